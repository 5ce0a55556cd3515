package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;

/**
 * One change of what lies at a location. The caller's id makes repeating safe. The quantity is in pieces, at least 1; for
 * {@link MovementKind#COUNTED} it is what was found, 0 or more.
 */
public record Movement(String id, Sku sku, LocationId location, MovementKind kind, int quantity, String reason) {

    public Movement {
        if (quantity < (kind == MovementKind.COUNTED ? 0 : 1)) {
            throw new IllegalArgumentException("A movement moves at least one piece");
        }
        if (id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException("A movement has an id of 1 to 200 characters");
        }
    }

    int onHand() {
        return switch (kind) {
            case RECEIVED, RETURNED, TRANSFERRED_IN, DELIVERED -> quantity;
            case SOLD, TRANSFERRED_OUT, DAMAGED -> -quantity;
            case COUNTED, EXPECTED, MISSED -> 0;
        };
    }

    /** What a supplier sends; of a transfer {@link Transfers} says it. */
    int inTransit() {
        return switch (kind) {
            case EXPECTED -> quantity;
            case DELIVERED, MISSED -> -quantity;
            case RECEIVED, SOLD, RETURNED, COUNTED, TRANSFERRED_OUT, TRANSFERRED_IN, DAMAGED -> 0;
        };
    }

    int damaged() {
        return kind == MovementKind.DAMAGED ? quantity : 0;
    }
}
