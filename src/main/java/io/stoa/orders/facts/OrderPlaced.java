package io.stoa.orders.facts;

import io.stoa.routing.Part;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.util.List;

/** Payload of {@code orders.order_placed}: goods are held, money is awaited or comes with it. Key {@code order:ID}. */
public record OrderPlaced(OrderId order, Channel door, Money total, String delivery, List<Part> parts) {
    public static final String TYPE = "orders.order_placed";
}
