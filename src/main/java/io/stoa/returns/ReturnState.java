package io.stoa.returns;

/** How far a return has come. */
public enum ReturnState {
    /** The customer said that it will come. */
    REQUESTED,
    /** The goods are here; money is on its way back. */
    RECEIVED,
    /** All of its money is back with the customer. */
    REFUNDED,
    CANCELLED
}
