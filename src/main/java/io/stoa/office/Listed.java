package io.stoa.office;

import io.stoa.orders.OrderState;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of orders: filters as links, the rows, the sum of the rows shown, and where the next page begins. */
public record Listed(
        List<Chip> states, List<Chip> doors, List<Row> rows, List<Money> sums, int pieces, String csv, @Nullable String first,
        @Nullable String next, boolean live) {

    /** A filter. */
    public record Chip(String text, String href, boolean on) {}

    /** An order; the tone says what its state means, and the origin where one of the time before Stoa comes from. */
    public record Row(
            OrderId id, OrderState state, String tone, String door, String place, String delivery, int pieces, Money total, String placed,
            @Nullable String origin) {}

    static String tone(OrderState state) {
        return switch (state) {
            case AWAITING_PAYMENT -> "wait";
            case PLACED -> "info";
            case FULFILLED -> "good";
            case CANCELLED, EXPIRED -> "stop";
        };
    }

    static String query(@Nullable OrderState state, @Nullable Channel door) {
        return "?" + (state == null ? "" : "state=" + state) + (state == null || door == null ? "" : "&")
                + (door == null ? "" : "door=" + door);
    }
}
