package io.stoa.payments.gateway;

/** What a customer pays with. */
public enum Tender {
    CARD,
    /** Coins and notes at a till: taken at once. */
    CASH,
    /** What is left on a gift card, held here and taken when the goods leave. */
    GIFT_CARD,
    /** What goods that came back were worth, kept for what is taken instead. */
    EXCHANGE,
    /** A page of the provider to which the customer is sent; the answer comes later. */
    HOSTED
}
