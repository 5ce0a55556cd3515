package io.stoa.orders.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stoa.pricing.Cut.Taken;
import io.stoa.routing.Part;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.util.List;
import java.util.Objects;

/** Payload of {@code orders.order_placed}: goods are held, money is awaited or comes with it; what is taken off
 * the list's prices, each cut once. Key {@code order:ID}. */
public record OrderPlaced(
        OrderId order,
        Channel door,
        Money total,
        String delivery,
        List<Part> parts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Taken> discounts) {
    public static final String TYPE = "orders.order_placed";

    /** Facts of a time without discounts say nothing about them. */
    public OrderPlaced {
        discounts = List.copyOf(Objects.requireNonNullElse(discounts, List.of()));
    }
}
