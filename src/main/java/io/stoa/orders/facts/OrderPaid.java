package io.stoa.orders.facts;

import io.stoa.routing.Part;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.util.List;

/**
 * Payload of {@code orders.order_paid}: paid or authorised, goods are allocated at these places. What was taken away at a
 * till is with the customer already; of a {@code MIXED} order each part says how it leaves. Key {@code order:ID}.
 */
public record OrderPaid(OrderId order, Money total, String delivery, List<Part> parts) {
    public static final String TYPE = "orders.order_paid";
}
