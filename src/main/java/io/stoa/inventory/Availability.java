package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;

/**
 * The counters of one SKU at one location, in pieces. {@code over} is what is promised beyond what is on hand since a
 * count, damage or an offline sale.
 */
public record Availability(
        Sku sku,
        LocationId location,
        int onHand,
        int held,
        int allocated,
        int safety,
        int damaged,
        int inTransit,
        int over,
        long version) {

    /** Available to promise: on hand less held, allocated and safety stock; never below zero. */
    public int available() {
        return Math.max(0, onHand - held - allocated - safety);
    }
}
