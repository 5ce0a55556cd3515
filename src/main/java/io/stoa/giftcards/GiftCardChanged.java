package io.stoa.giftcards;

/** Payload of {@code giftcards.issued}, {@code .blocked} and {@code .unblocked}. Key {@code giftcard:ID}; minor units. */
public record GiftCardChanged(GiftCardId card, long amount, String currency) {

    public static final String ISSUED = "giftcards.issued";
    public static final String BLOCKED = "giftcards.blocked";
    public static final String UNBLOCKED = "giftcards.unblocked";
}
