package io.stoa.fulfilment;

/** How the goods leave the place. */
public enum ShipmentKind {
    /** Sent to the customer. */
    SHIP,
    /** Collected by the customer, or by somebody for the customer. */
    COLLECT
}
