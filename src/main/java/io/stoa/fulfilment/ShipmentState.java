package io.stoa.fulfilment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How far a place has come with what it does for an order. */
public enum ShipmentState {
    PLACED(true),
    ACCEPTED(true),
    PICKING(true),
    /** Packed, waiting for the carrier. */
    PACKED(true),
    /** With the carrier: gone from the stock, its money is taken. */
    SHIPPED(false),
    /** Waiting for the customer. */
    READY(true),
    /** The customer is at the door. */
    ARRIVED(true),
    HANDED_OVER(false),
    /** The place could not do it: promised elsewhere, or cancelled. */
    REJECTED(false),
    /** Nobody came for it: back on the shelf, its money is given back. */
    RESTOCKED(false),
    CANCELLED(false);

    private final boolean open;

    ShipmentState(boolean open) {
        this.open = open;
    }

    /** Whether somebody still has to do something. */
    public boolean open() {
        return open;
    }

    /** The event that tells of it. */
    public String event() {
        return "fulfilment." + (this == PLACED ? "shipment_placed" : name().toLowerCase(Locale.ROOT));
    }

    static List<ShipmentState> allOpen() {
        return Arrays.stream(values()).filter(ShipmentState::open).toList();
    }
}
