package io.stoa.fulfilment.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.HandOver;
import io.stoa.fulfilment.Proof;
import io.stoa.fulfilment.RejectionReason;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentId;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.http.IdempotencyKey;
import io.stoa.http.PageSize;
import io.stoa.http.Problems;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The work of places, for those who do it. Each step may be repeated. */
@RestController
@Tag(name = "Shipments")
@RequestMapping("/api/v1/shipments")
@AllowedTo({Role.ASSOCIATE, Role.AGENT, Role.MANAGER, Role.ADMIN})
class ShipmentsResource {

    private final Fulfilment fulfilment;

    ShipmentsResource(Fulfilment fulfilment) {
        this.fulfilment = fulfilment;
    }

    record Dispatch(@Nullable String tracking) {
        private static final int TRACKING_MAX = 100;

        Dispatch {
            if (tracking != null && tracking.length() > TRACKING_MAX) {
                throw new IllegalArgumentException("A tracking reference has at most 100 characters");
            }
        }
    }

    /** No pieces means all that are left. */
    record Handing(Proof proof, List<HandOver.Some> pieces) {
        Handing {
            var ignored = new HandOver("checked", proof, pieces);
        }
    }

    record Rejection(RejectionReason reason) {}

    /** What a place has to do, what is due first comes first; with a state, only what is in it. */
    @Operation(summary = "What a place has to do, what is due first comes first")
    @GetMapping
    Page<Shipment> work(
            @RequestParam LocationId location,
            @RequestParam(required = false) @Nullable ShipmentState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") PageSize size) {
        try {
            return fulfilment.work(location, state, size.value(), after);
        } catch (IllegalArgumentException malformed) {
            throw Problems.refuse(Problems.invalid("after", "Take the value of next from the page before."));
        }
    }

    @Operation(summary = "One shipment")
    @GetMapping("/{id}")
    Shipment find(@PathVariable ShipmentId id) {
        return fulfilment.find(id).orElseThrow(() -> Problems.refuse(ShipmentAnswers.missing(id)));
    }

    @Operation(summary = "Takes the work on")
    @ApiResponse(
            responseCode = "200",
            description = "The shipment as it is now",
            content = @Content(schema = @Schema(implementation = Shipment.class)))
    @PostMapping("/{id}/acceptance")
    ResponseEntity<?> accept(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.accept(id, caller.touchpoint()));
    }

    @Operation(summary = "Starts to pick")
    @ApiResponse(
            responseCode = "200",
            description = "The shipment as it is now",
            content = @Content(schema = @Schema(implementation = Shipment.class)))
    @PostMapping("/{id}/picking")
    ResponseEntity<?> pick(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.pick(id, caller.touchpoint()));
    }

    @Operation(summary = "Everything is packed, to be sent")
    @ApiResponse(
            responseCode = "200",
            description = "The shipment as it is now",
            content = @Content(schema = @Schema(implementation = Shipment.class)))
    @PostMapping("/{id}/packing")
    ResponseEntity<?> pack(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.pack(id, caller.touchpoint()));
    }

    @Operation(
            summary = "It is on its way",
            description = "The stock is sold and the money is taken now.")
    @ApiResponse(
            responseCode = "200",
            description = "The shipment as it is now",
            content = @Content(schema = @Schema(implementation = Shipment.class)))
    @PostMapping("/{id}/dispatch")
    ResponseEntity<?> ship(@PathVariable ShipmentId id, @RequestBody Dispatch dispatch, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.ship(id, dispatch.tracking(), caller.touchpoint()));
    }

    @Operation(
            summary = "It can be collected",
            description = "The customer gets a code.")
    @ApiResponse(
            responseCode = "200",
            description = "The shipment as it is now",
            content = @Content(schema = @Schema(implementation = Shipment.class)))
    @PostMapping("/{id}/readiness")
    ResponseEntity<?> ready(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.ready(id, caller.touchpoint()));
    }

    @Operation(summary = "The customer is here")
    @ApiResponse(
            responseCode = "200",
            description = "The shipment as it is now",
            content = @Content(schema = @Schema(implementation = Shipment.class)))
    @PostMapping("/{id}/arrival")
    ResponseEntity<?> arrived(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.arrived(id, caller.touchpoint()));
    }

    /** Takes an Idempotency-Key: repeated, nothing is handed over twice. */
    @Operation(
            summary = "Hands over to who collects",
            description = "With the code, or vouched for by who hands over. No pieces means all that are left. Repeated with the same key, nothing is handed over twice.")
    @ApiResponse(
            responseCode = "200",
            description = "The shipment as it is now",
            content = @Content(schema = @Schema(implementation = Shipment.class)))
    @PostMapping("/{id}/handover")
    ResponseEntity<?> handOver(
            @PathVariable ShipmentId id,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody Handing handing,
            Caller caller) {
        var wish = new HandOver(key.value(), handing.proof(), handing.pieces());
        return ShipmentAnswers.of(id, fulfilment.handOver(id, wish, caller.touchpoint()));
    }

    @Operation(
            summary = "The place cannot do it",
            description = "Another place is looked for, or the order is cancelled and paid back.")
    @ApiResponse(
            responseCode = "200",
            description = "The shipment as it is now",
            content = @Content(schema = @Schema(implementation = Shipment.class)))
    @PostMapping("/{id}/rejection")
    ResponseEntity<?> reject(@PathVariable ShipmentId id, @RequestBody Rejection rejection, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.reject(id, rejection.reason(), caller.touchpoint()));
    }

    @Operation(summary = "Nobody came: back on the shelf")
    @ApiResponse(
            responseCode = "200",
            description = "The shipment as it is now",
            content = @Content(schema = @Schema(implementation = Shipment.class)))
    @PostMapping("/{id}/no-show")
    ResponseEntity<?> noShow(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.noShow(id, caller.touchpoint()));
    }
}
