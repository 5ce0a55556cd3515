package io.stoa.fulfilment;

import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.routing.Part;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * What a rejection says about the stock: goods that were not found, or are damaged, must not be promised to the next
 * customer. Runs after the order gave them up, in the same transaction, which holds the stock rows locked by then.
 */
@Component
class Missing {

    private final Inventory inventory;

    Missing(Inventory inventory) {
        this.inventory = inventory;
    }

    void book(Shipment shipment, Part rejected, RejectionReason reason, Touchpoint touchpoint) {
        switch (reason) {
            case NOT_FOUND -> book(shipment, rejected, MovementKind.COUNTED, touchpoint);
            case DAMAGED -> book(shipment, rejected, MovementKind.DAMAGED, touchpoint);
            case TOO_BUSY, CLOSED, OTHER -> {}
        }
    }

    private void book(Shipment shipment, Part rejected, MovementKind kind, Touchpoint touchpoint) {
        var movements = new ArrayList<Movement>();
        pieces(rejected).forEach((sku, pieces) -> {
            int there = onHand(sku, shipment);
            int gone = Math.min(there, pieces);
            if (gone > 0) {
                movements.add(new Movement(
                        "rejected:%s:%s".formatted(shipment.id(), sku),
                        sku,
                        shipment.location(),
                        kind,
                        kind == MovementKind.COUNTED ? there - gone : gone,
                        "shipment " + shipment.id()));
            }
        });
        int ignored = inventory.move(movements, touchpoint);
    }

    private int onHand(Sku sku, Shipment shipment) {
        return inventory.availability(List.of(sku)).values().stream()
                .flatMap(List::stream)
                .filter(row -> row.location().equals(shipment.location()))
                .mapToInt(Availability::onHand)
                .sum();
    }

    private static Map<Sku, Integer> pieces(Part rejected) {
        var sums = new TreeMap<Sku, Integer>();
        rejected.lines()
                .forEach(piece -> sums.merge(piece.sku(), piece.quantity().units(), Integer::sum));
        return sums;
    }
}
