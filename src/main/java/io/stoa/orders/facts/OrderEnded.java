package io.stoa.orders.facts;

import io.stoa.shared.OrderId;

/** Payload of {@code orders.order_cancelled} and {@code orders.order_expired}: its goods are free again. Key {@code order:ID}. */
public record OrderEnded(OrderId order, String reason) {
    public static final String CANCELLED = "orders.order_cancelled";
    public static final String EXPIRED = "orders.order_expired";
}
