package io.stoa.office.giftcards;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gift cards as the back office lists them; {@code next} and {@code first} lead to other pages of the list. */
public record GiftCardsShown(
        List<Row> rows, String ending, String key, @Nullable String first, @Nullable String next, String csv) {

    public GiftCardsShown {
        rows = List.copyOf(rows);
    }

    /** One card: amounts and times in words. */
    public record Row(
            String id, String ending, String loaded, String balance, @Nullable String held, State state, String issued) {

        public String href() {
            return "/office/gift-cards/" + id;
        }
    }

    /** What can be done with a card. */
    public enum State {
        GOOD,
        EMPTY,
        BLOCKED
    }

    /** One line of a card's history. */
    public record Entry(String what, String amount, String when) {}
}
