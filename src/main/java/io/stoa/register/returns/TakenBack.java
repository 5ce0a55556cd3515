package io.stoa.register.returns;

import io.stoa.register.exchange.Kept;
import io.stoa.register.known.Known;
import java.util.List;

/**
 * An order of which something may come back: its lines, and how many pieces of each are with the customer. Of one of the time
 * {@code before} Stoa no payment is known to be given back.
 */
public record TakenBack(
        String order,
        String key,
        String when,
        boolean before,
        List<Row> rows,
        List<Asked> asked,
        List<Kept> kept) {

    public TakenBack {
        rows = List.copyOf(rows);
        asked = List.copyOf(asked);
        kept = List.copyOf(kept);
    }

    /**
     * One line; with none at the customer nothing of it can come back. {@code until} says until when, and {@code over} whether
     * that is past whatever the reason; {@code pieces}, {@code reason} and {@code goods} are what was filled in before.
     */
    public record Row(
            int line, String title, int with, String worth, String until, boolean over, int pieces, String reason, String goods) {}

    /**
     * The policy says no to what was filled in: a manager says why it is taken back all the same, and signs, unless it is one
     * who is at the till.
     */
    public record Overruling(String why, String manager, boolean signs) {}

    /** A customer and their last orders, of which one is chosen. */
    public record Person(String name, List<Known.Purchase> purchases) {
        public Person {
            purchases = List.copyOf(purchases);
        }
    }

    /** What the customer said already that it comes back. */
    public record Asked(String number, List<Piece> pieces) {
        public Asked {
            pieces = List.copyOf(pieces);
        }
    }

    /** So many pieces of one line of it, and why. */
    public record Piece(int line, String title, int quantity, String reason) {}

    /** What came back and what the customer gets for it; {@code kept} for other goods while they have not chosen. */
    public record Result(
            String number, String order, String worth, String tender, List<String> pieces, boolean kept) {}

    public boolean nothing() {
        return rows.stream().allMatch(row -> row.with() == 0);
    }
}
