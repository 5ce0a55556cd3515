package io.stoa.orders.views;

import io.stoa.orders.OrderState;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which orders to list, newest first: filters that are null do not filter; {@code before} continues a page. A number is that of
 * an order, or the one that an imported order had where it came from.
 */
public record OrderQuery(
        @Nullable OrderState state,
        @Nullable Channel channel,
        @Nullable CustomerId customer,
        @Nullable String number,
        @Nullable Before before,
        int size) {

    public static final int NUMBER_MAX = 100;
    public static final OrderQuery NEWEST = new OrderQuery(null, null, null, null, 50);

    public OrderQuery {
        number = number == null || number.isBlank() ? null : number.strip();
        if (number != null && number.length() > NUMBER_MAX) {
            throw new IllegalArgumentException("The number of an order has 1 to 100 characters");
        }
    }

    public OrderQuery(
            @Nullable OrderState state,
            @Nullable Channel channel,
            @Nullable CustomerId customer,
            @Nullable Before before,
            int size) {
        this(state, channel, customer, null, before, size);
    }

    /** The number as one of Stoa's own; empty when there is none, or it cannot be one. */
    public Optional<Long> ownNumber() {
        return number != null && number.matches("0*[1-9][0-9]{0,17}") && number.length() <= 18
                ? Optional.of(Long.valueOf(number))
                : Optional.empty();
    }

    /**
     * Where a page ended: the last order and the last past order that were shown so far, such as {@code 1000482},
     * {@code 1000482-1000077} or {@code -1000077}.
     */
    public record Before(String text) {

        public static final Before NOTHING = new Before("");

        public Before {
            if (!text.matches("([1-9][0-9]{0,17})?(-[1-9][0-9]{0,17})?")) {
                throw new IllegalArgumentException("A page ends with an order, such as 1000482 or 1000482-1000077");
            }
        }

        @Nullable
        public Long order() {
            int dash = text.indexOf('-');
            return number(dash < 0 ? text : text.substring(0, dash));
        }

        @Nullable
        public Long past() {
            int dash = text.indexOf('-');
            return dash < 0 ? null : number(text.substring(dash + 1));
        }

        public Before after(OrderRow row) {
            var past = row.imported() == null ? past() : Long.valueOf(row.id().value());
            var order = row.imported() == null ? Long.valueOf(row.id().value()) : order();
            return new Before((order == null ? "" : order.toString()) + (past == null ? "" : "-" + past));
        }

        private static @Nullable Long number(String digits) {
            return digits.isEmpty() ? null : Long.valueOf(digits);
        }
    }
}
