package io.stoa.purchasing;

import static java.util.stream.Collectors.groupingBy;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.purchasing.NewPurchaseOrder.Wanted;
import io.stoa.purchasing.PurchaseOutcome.Done;
import io.stoa.purchasing.ReorderPoint.Shortage;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What runs short, and drafts of purchase orders for it. What stands in a draft is not asked for again. Thread-safe. */
@Component
public class Reordering {

    /** The most reorder points that a house has. */
    public static final int MAX = 20_000;

    private final ReorderTable table;
    private final Purchasing purchasing;
    private final Inventory inventory;
    private final EventLog log;

    /** Who is asked, and where it is delivered. */
    private record Way(SupplierId supplier, LocationId location) {}

    Reordering(ReorderTable table, Purchasing purchasing, Inventory inventory, EventLog log) {
        this.table = table;
        this.purchasing = purchasing;
        this.inventory = inventory;
        this.log = log;
    }

    public List<ReorderPoint> points() {
        return table.all(MAX);
    }

    /** Sets or replaces the point of a SKU at a place. */
    @Transactional
    public void set(ReorderPoint point, Touchpoint touchpoint) {
        table.save(point);
        tell(PointChanged.SET, point.sku(), point.location(), touchpoint);
    }

    @Transactional
    public void remove(Sku sku, LocationId location, Touchpoint touchpoint) {
        if (table.remove(sku, location)) {
            tell(PointChanged.REMOVED, sku, location, touchpoint);
        }
    }

    /** What is at or below its point, by supplier and place. */
    public List<Shortage> shortages() {
        var points = points();
        var stock = inventory.availability(points.stream().map(ReorderPoint::sku).distinct().toList());
        var drafted = table.drafted();
        return points.stream()
                .map(point -> shortage(point, stock, drafted))
                .filter(Shortage::isShort)
                .toList();
    }

    /** Drafts one purchase order for each supplier and place of what runs short. The same key drafts once. */
    @Transactional
    public List<PurchaseOrder> draft(String key, Currency currency, Touchpoint touchpoint) {
        table.lock();
        var drafts = new ArrayList<PurchaseOrder>();
        var ways = shortages().stream()
                .collect(groupingBy(some -> new Way(some.at().supplier(), some.at().location())));
        ways.forEach((way, lacking) -> {
            var goods = new TreeMap<Sku, Wanted>();
            lacking.stream()
                    .limit(NewPurchaseOrder.LINES_MAX)
                    .forEach(some -> goods.put(some.at().sku(), new Wanted(Quantity.of(some.wanted()), null)));
            var name = "%s:%s:%s".formatted(key, way.supplier(), way.location());
            var wish = new NewPurchaseOrder(name, way.supplier(), way.location(), currency, null, goods);
            if (purchasing.draft(wish, touchpoint) instanceof Done(PurchaseOrder order, boolean repeated) && !repeated) {
                drafts.add(order);
            }
        });
        return drafts;
    }

    private static Shortage shortage(
            ReorderPoint point, Map<Sku, List<Availability>> stock, Map<ReorderTable.Place, Integer> drafted) {
        var row = stock.getOrDefault(point.sku(), List.of()).stream()
                .filter(one -> one.location().equals(point.location()))
                .findFirst();
        return new Shortage(
                point,
                row.map(Availability::available).orElse(0),
                row.map(Availability::inTransit).orElse(0),
                drafted.getOrDefault(new ReorderTable.Place(point.sku(), point.location()), 0));
    }

    private void tell(String type, Sku sku, LocationId location, Touchpoint touchpoint) {
        log.append(List.of(
                NewEvent.of(type, "reorder:" + sku + "@" + location, 1, touchpoint, new PointChanged(sku, location))));
    }
}
