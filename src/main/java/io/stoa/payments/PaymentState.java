package io.stoa.payments;

/** How far a payment has come. */
public enum PaymentState {
    /** Known, nobody was asked for money yet. */
    OPENED,
    /** The provider is being asked; after a crash the answer is fetched with the same key. */
    ATTEMPTING,
    /** The customer is on the provider's page. */
    PENDING,
    /** Asked, and the answer got lost: it is being asked about. */
    UNKNOWN,
    /** The money is held; part of it may have been taken already. */
    AUTHORISED,
    DECLINED,
    /** Taken, and what was not taken has been let go. */
    CAPTURED,
    /** Let go without anything taken. */
    RELEASED
}
