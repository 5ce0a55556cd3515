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

    @GetMapping("/{id}")
    Shipment find(@PathVariable ShipmentId id) {
        return fulfilment.find(id).orElseThrow(() -> Problems.refuse(ShipmentAnswers.missing(id)));
    }

    @PostMapping("/{id}/acceptance")
    ResponseEntity<?> accept(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.accept(id, caller.touchpoint()));
    }

    @PostMapping("/{id}/picking")
    ResponseEntity<?> pick(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.pick(id, caller.touchpoint()));
    }

    @PostMapping("/{id}/packing")
    ResponseEntity<?> pack(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.pack(id, caller.touchpoint()));
    }

    @PostMapping("/{id}/dispatch")
    ResponseEntity<?> ship(@PathVariable ShipmentId id, @RequestBody Dispatch dispatch, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.ship(id, dispatch.tracking(), caller.touchpoint()));
    }

    @PostMapping("/{id}/readiness")
    ResponseEntity<?> ready(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.ready(id, caller.touchpoint()));
    }

    @PostMapping("/{id}/arrival")
    ResponseEntity<?> arrived(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.arrived(id, caller.touchpoint()));
    }

    /** Takes an Idempotency-Key: repeated, nothing is handed over twice. */
    @PostMapping("/{id}/handover")
    ResponseEntity<?> handOver(
            @PathVariable ShipmentId id,
            @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key,
            @RequestBody Handing handing,
            Caller caller) {
        var wish = new HandOver(key.value(), handing.proof(), handing.pieces());
        return ShipmentAnswers.of(id, fulfilment.handOver(id, wish, caller.touchpoint()));
    }

    @PostMapping("/{id}/rejection")
    ResponseEntity<?> reject(@PathVariable ShipmentId id, @RequestBody Rejection rejection, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.reject(id, rejection.reason(), caller.touchpoint()));
    }

    @PostMapping("/{id}/no-show")
    ResponseEntity<?> noShow(@PathVariable ShipmentId id, Caller caller) {
        return ShipmentAnswers.of(id, fulfilment.noShow(id, caller.touchpoint()));
    }
}
