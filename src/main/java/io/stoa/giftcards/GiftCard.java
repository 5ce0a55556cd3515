package io.stoa.giftcards;

import io.stoa.shared.Money;
import java.time.Instant;

/**
 * A gift card as it stands, without its code. {@code balance} is what was loaded and not spent; {@code held} of it is promised
 * to orders that wait to be sent.
 */
public record GiftCard(
        GiftCardId id, String ending, Money loaded, Money balance, Money held, boolean blocked, Instant issuedAt) {

    /** What can be paid with it at this moment. */
    public Money available() {
        return blocked ? Money.zero(balance.currency()) : balance.minus(held);
    }

    /** One line of the card's history: what was loaded, spent or given back, the newest first. */
    public record Entry(Kind kind, Money amount, Instant at) {
        public enum Kind {
            LOADED,
            SPENT,
            REFUNDED
        }
    }
}
