package io.stoa.orders.paying;

import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a customer pays (part of) an order with. Several may pay one order together; no amount means all that is still to be
 * paid. An amount is more than nothing.
 */
public sealed interface Tendered {

    /** A card, by the token that stands for it. */
    record ByCard(CardToken token, @Nullable Money amount) implements Tendered {
        public ByCard {
            check(amount);
        }
    }

    /** A gift card, by its code; without an amount it pays what it can. */
    record ByGiftCard(CardToken code, @Nullable Money amount) implements Tendered {
        public ByGiftCard {
            check(amount);
        }
    }

    /** What goods were worth that came back, by the token of their return. */
    record ByExchange(CardToken token, @Nullable Money amount) implements Tendered {
        public ByExchange {
            check(amount);
        }
    }

    /** On a page of a provider, to which the customer is sent; it need not ask again for an address that is known. */
    record ByPage(@Nullable Money amount, @Nullable String email) implements Tendered {
        public ByPage {
            check(amount);
        }
    }

    /** Coins and notes that are in the associate's hand; what is given beyond is change and never told. */
    record InCash(Money amount) implements Tendered {
        public InCash {
            check(amount);
        }
    }

    @Nullable Money amount();

    default Tender tender() {
        return switch (this) {
            case ByCard card -> Tender.CARD;
            case ByGiftCard card -> Tender.GIFT_CARD;
            case ByExchange exchange -> Tender.EXCHANGE;
            case ByPage page -> Tender.HOSTED;
            case InCash cash -> Tender.CASH;
        };
    }

    /** What the provider needs to know the card by; nothing for cash and pages. */
    default @Nullable CardToken token() {
        return switch (this) {
            case ByCard(CardToken token, var amount) -> token;
            case ByGiftCard(CardToken code, var amount) -> code;
            case ByExchange(CardToken token, var amount) -> token;
            case ByPage page -> null;
            case InCash cash -> null;
        };
    }

    private static void check(@Nullable Money amount) {
        if (amount != null && amount.minor() <= 0) {
            throw new IllegalArgumentException("A part of the money is more than nothing");
        }
    }
}
