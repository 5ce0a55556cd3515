package io.stoa.fulfilment;

/** Why a place cannot do its part. */
public enum RejectionReason {
    /** The goods are not where the books say: so many fewer are on hand from now on. */
    NOT_FOUND,
    /** The goods are there and cannot be sold: they are booked as damaged. */
    DAMAGED,
    TOO_BUSY,
    CLOSED,
    OTHER
}
