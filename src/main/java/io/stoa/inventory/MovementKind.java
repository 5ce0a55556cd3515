package io.stoa.inventory;

/** Why a counter moves. */
public enum MovementKind {
    /** Goods came in. */
    RECEIVED,
    /** Goods left with a customer. */
    SOLD,
    /** A customer brought goods back that can be sold again. */
    RETURNED,
    /** Somebody counted: the quantity is what was found, and the difference is the movement. */
    COUNTED,
    /** Goods left for another location. */
    TRANSFERRED_OUT,
    /** Goods from another location arrived. */
    TRANSFERRED_IN,
    /** Goods were found damaged: no longer for sale. */
    DAMAGED,
    /** Goods are on their way here, from another location or from a supplier: in transit. */
    EXPECTED,
    /** Goods that were on their way did not arrive. */
    MISSED,
    /** Goods that were expected from a supplier arrived. */
    DELIVERED
}
