package io.stoa.orders;

import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import org.jspecify.annotations.Nullable;

/** Which orders to list, newest first: filters that are null do not filter; {@code before} continues a page. */
public record OrderQuery(
        @Nullable OrderState state,
        @Nullable Channel channel,
        @Nullable CustomerId customer,
        @Nullable Long before,
        int size) {

    public static final OrderQuery NEWEST = new OrderQuery(null, null, null, null, 50);
}
