package io.stoa.office;

import io.stoa.orders.OrderState;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The list of orders: filters as links, the rows, the sum of the rows shown, and where the next page begins. */
public record Listed(
        List<Chip> states, List<Chip> doors, Filter filter, List<Row> rows, List<Money> sums, int pieces, String csv, @Nullable String first,
        @Nullable String next, boolean live) {

    /** A filter. */
    public record Chip(String text, String href, boolean on) {}

    /** What is shown of all there are; as the page's address says it. */
    public record Filter(@Nullable OrderState state, @Nullable Channel door, String number) {

        Filter with(@Nullable OrderState other) {
            return new Filter(other, door, number);
        }

        Filter with(@Nullable Channel other) {
            return new Filter(state, other, number);
        }

        String query() {
            return "?" + Stream.of(said("state", state), said("door", door), said("number", number))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining("&"));
        }

        private static String said(String name, @Nullable Object value) {
            return value == null || value.toString().isEmpty()
                    ? ""
                    : name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
        }
    }

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
}
