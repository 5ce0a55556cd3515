package io.stoa.orders.discounts;

import io.stoa.pricing.Cut.Taken;
import io.stoa.shared.OrderId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was taken off the lines of orders, why, and who allowed it: written with the order and never changed. */
@Component
public class KeptDiscounts {

    private final DiscountTable table;

    /** What was taken off a line. */
    public record OfLine(OrderId order, int line, Taken taken) {}

    KeptDiscounts(DiscountTable table) {
        this.table = table;
    }

    /** In the transaction of the orders; nothing for nothing. */
    public void keep(List<OfLine> all) {
        table.insert(all);
    }

    /** By line, in the order in which it was taken off; empty for most. */
    public Map<Integer, List<Taken>> of(OrderId order, Currency currency) {
        return table.of(order, currency);
    }
}
