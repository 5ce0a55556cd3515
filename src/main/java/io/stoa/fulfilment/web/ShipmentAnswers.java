package io.stoa.fulfilment.web;

import io.stoa.fulfilment.ShipmentId;
import io.stoa.fulfilment.ShipmentOutcome;
import io.stoa.http.Problems;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Outcomes of work as HTTP answers. */
final class ShipmentAnswers {

    private ShipmentAnswers() {}

    static ResponseEntity<?> of(ShipmentId id, ShipmentOutcome outcome) {
        return switch (outcome) {
            case ShipmentOutcome.Done(var shipment) -> ResponseEntity.ok(shipment);
            case ShipmentOutcome.NotNow(var state) ->
                problem(Problems.conflict(
                        "not-in-this-state",
                        "Shipment " + id + " is " + state + "; this step does not follow.",
                        Map.of("shipment", id, "state", state)));
            case ShipmentOutcome.OrderMoved(var state) ->
                problem(Problems.conflict(
                        "order-changed",
                        "The order was changed meanwhile and is " + state + ". Read the shipment again.",
                        Map.of("shipment", id, "state", state)));
            case ShipmentOutcome.TooFew(int line, int open) ->
                problem(Problems.conflict(
                        "too-few",
                        "Of line " + line + " only " + open + " are left here.",
                        Map.of("line", line, "open", open)));
            case ShipmentOutcome.NotThere(var sku, int onHand) ->
                problem(Problems.conflict(
                        "not-on-hand",
                        "By the count only " + onHand + " of " + sku + " are here. Hand over fewer, or have the shelf counted again.",
                        Map.of("sku", sku, "onHand", onHand)));
            case ShipmentOutcome.WrongCode(int triesLeft) ->
                problem(Problems.of(
                        HttpStatus.FORBIDDEN,
                        "wrong-code",
                        "This is not the code. " + triesLeft + " more tries.",
                        Map.of("triesLeft", triesLeft)));
            case ShipmentOutcome.Locked(Instant until) ->
                problem(Problems.of(
                        HttpStatus.LOCKED,
                        "code-locked",
                        "Too many wrong codes. Wait until " + until + ", or vouch for who collects.",
                        Map.of("until", until.toString())));
            case ShipmentOutcome.NoSuchShipment none -> problem(missing(id));
        };
    }

    static ProblemDetail missing(ShipmentId id) {
        return Problems.notFound("There is no shipment " + id + ".");
    }

    private static ResponseEntity<?> problem(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }
}
