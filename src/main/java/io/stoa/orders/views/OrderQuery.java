package io.stoa.orders.views;

import io.stoa.orders.OrderState;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/** Which orders to list, newest first: filters that are null do not filter; {@code before} continues a page. */
public record OrderQuery(
        @Nullable OrderState state,
        @Nullable Channel channel,
        @Nullable CustomerId customer,
        @Nullable Before before,
        int size) {

    public static final OrderQuery NEWEST = new OrderQuery(null, null, null, null, 50);

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
