package io.stoa.shop.paying;

import io.stoa.orders.paying.Tendered;
import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.testprovider.TestCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an order can be paid with beside gift cards: a page of a provider, where there is one, and in a demo test cards. */
public record PayWays(boolean page, List<TestCard> cards) {

    /** Chosen in place of a card. */
    public static final String PAGE = "page";

    public PayWays {
        cards = List.copyOf(cards);
    }

    public boolean none() {
        return !page && cards.isEmpty();
    }

    public boolean has(@Nullable String chosen) {
        return isPage(chosen) ? page : cards.stream().anyMatch(card -> card.token().equals(chosen));
    }

    /** What stands marked before anybody chose. */
    public String first() {
        return cards.isEmpty() ? PAGE : cards.getFirst().token();
    }

    public static boolean isPage(@Nullable String chosen) {
        return PAGE.equals(chosen);
    }

    /** All that is due, the chosen way; nobody has to say again at the provider what address is known here. */
    public static Tendered tendered(String chosen, @Nullable String email) {
        return isPage(chosen) ? new Tendered.ByPage(null, email) : new Tendered.ByCard(new CardToken(chosen.strip()), null);
    }
}
