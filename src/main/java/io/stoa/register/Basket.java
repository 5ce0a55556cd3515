package io.stoa.register;

import io.stoa.page.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The basket as the till shows it. {@code payable} when nothing stands in the way but money and perhaps an address;
 * {@code blocked} says what does where no line says it.
 */
public record Basket(
        List<Row> rows,
        List<Sum> sums,
        String total,
        int pieces,
        boolean payable,
        @Nullable String blocked,
        List<String> undo,
        @Nullable Tab tab) {

    public Basket {
        rows = List.copyOf(rows);
        sums = List.copyOf(sums);
        undo = List.copyOf(undo);
    }

    /** So many pieces of an article that leave one way; the last one touched answers to the keys. */
    public record Row(
            String sku,
            Way way,
            String title,
            @Nullable String variant,
            int quantity,
            @Nullable String price,
            @Nullable String sum,
            List<Sum> off,
            Picture picture,
            boolean last,
            @Nullable Problem problem) {

        public Row {
            off = List.copyOf(off);
        }

        public boolean sentHome() {
            return way == Way.SEND;
        }

        public Way otherWay() {
            return sentHome() ? Way.TAKE : Way.SEND;
        }
    }

    /** Why a row cannot be sold as it stands, who has it instead, and how many of its pieces can be sent home from there. */
    public record Problem(String what, @Nullable String elsewhere, int sendable) {}

    /** One addend or part of the total. */
    public record Sum(String name, String amount) {}

    /** What was paid of it so far, by tender, and what is left. */
    public record Tab(List<Sum> paid, String due) {
        public Tab {
            paid = List.copyOf(paid);
        }
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public boolean sendsHome() {
        return rows.stream().anyMatch(Row::sentHome);
    }

    /** An amount that may be handed over, and what comes back. */
    public record Note(String typed, String amount, String change) {}

    /** What stands on the right of the till: the choice of how to pay, one of the forms, or who buys. */
    public enum Step {
        CHOOSE,
        CASH,
        CARD,
        GIFT,
        HOME,
        CUSTOMER,
        DISCOUNT
    }

    /** How pieces of a basket leave: in the customer's hand, or by post to their home. */
    public enum Way {
        TAKE,
        SEND
    }
}
