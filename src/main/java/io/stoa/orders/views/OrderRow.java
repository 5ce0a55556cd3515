package io.stoa.orders.views;

import io.stoa.orders.OrderState;
import io.stoa.orders.past.PastOrder;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order in a list; {@code imported} says where an order of the time before Stoa comes from. */
public record OrderRow(
        OrderId id,
        OrderState state,
        Channel channel,
        @Nullable LocationId location,
        @Nullable CustomerId customer,
        String delivery,
        Money total,
        int pieces,
        Instant placedAt,
        PastOrder.@Nullable Origin imported) {}
