package io.stoa.orders;

import io.stoa.orders.discounts.Discounts;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cart as it stands: its lines in the order they were added. Prices are today's until it is ordered. */
public record CartView(
        CartId id,
        @Nullable CustomerId customer,
        Currency currency,
        List<Line> lines,
        @Nullable Delivery delivery,
        Discounts discounts,
        State state,
        long version) {

    /** So many pieces of one SKU. */
    public record Line(Sku sku, Quantity quantity) {}

    /** Whether it can still be changed. */
    public enum State {
        OPEN,
        ORDERED,
        MERGED
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** How many pieces it has in all. */
    public int pieces() {
        return lines.stream().mapToInt(line -> line.quantity().units()).sum();
    }
}
