package io.stoa.drawer;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.SellableItem;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.Tax;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What a report tells of an order: its tax by rate, and what was taken off by reason. The amounts are the order's own; the rate
 * of a line is that of its article where it was sold, looked up a moment after the sale.
 */
@Component
class SaleFacts {

    private static final String STANDARD = "standard";

    private final Orders orders;
    private final Catalog catalog;
    private final Pricing pricing;
    private final Locations locations;

    SaleFacts(Orders orders, Catalog catalog, Pricing pricing, Locations locations) {
        this.orders = orders;
        this.catalog = catalog;
        this.pricing = pricing;
        this.locations = locations;
    }

    /** Amounts are in the smallest unit. {@code taxes} by rate in basis points, {@code discounts} by reason. */
    record Facts(Map<Integer, Long> taxes, Map<String, Off> discounts) {

        /** On so many lines, so much together. */
        record Off(int number, long amount) {
            Off plus(Off other) {
                return new Off(number + other.number, amount + other.amount);
            }
        }
    }

    Facts of(OrderId order, LocationId at) {
        var lines = orders.find(order).map(OrderView::lines).orElse(List.of());
        return new Facts(taxes(lines, at), discounts(lines));
    }

    private static Map<String, Facts.Off> discounts(List<OrderView.Line> lines) {
        var discounts = new TreeMap<String, Facts.Off>();
        lines.stream()
                .flatMap(line -> line.taken().stream())
                .forEach(one -> discounts.merge(
                        one.cut().reason(), new Facts.Off(1, one.amount().minor()), Facts.Off::plus));
        return discounts;
    }

    private Map<Integer, Long> taxes(List<OrderView.Line> lines, LocationId at) {
        var items = catalog.items(lines.stream().map(OrderView.Line::sku).toList());
        var rates = rates(locations.find(at).map(Location::group).orElse(""));
        var taxes = new TreeMap<Integer, Long>();
        for (var line : lines) {
            taxes.merge(rate(line.sku(), items, rates), line.tax().minor(), Long::sum);
        }
        return taxes;
    }

    private Map<String, Integer> rates(String group) {
        return pricing.taxes().stream()
                .filter(tax -> tax.group().equals(group))
                .collect(Collectors.toMap(Tax::category, Tax::basisPoints));
    }

    private static int rate(Sku sku, Map<Sku, SellableItem> items, Map<String, Integer> rates) {
        var item = items.get(sku);
        int standard = rates.getOrDefault(STANDARD, 0);
        return item == null ? standard : rates.getOrDefault(item.taxCategory(), standard);
    }
}
