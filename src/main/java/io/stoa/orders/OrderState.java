package io.stoa.orders;

/** How far an order has come. */
public enum OrderState {
    /** Goods are held for it until its time is over; no money yet. */
    AWAITING_PAYMENT,
    /** Paid or authorised: goods are allocated, stores are at work. */
    PLACED,
    /** Everything that was not cancelled is with the customer. */
    FULFILLED,
    CANCELLED,
    /** Not paid in time; the goods are free again. */
    EXPIRED
}
