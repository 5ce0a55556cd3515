package io.stoa.office.routing;

import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Locations;
import io.stoa.orders.views.SentOrder;
import io.stoa.orders.views.SentOrders;
import io.stoa.routing.Part;
import io.stoa.routing.Route;
import io.stoa.routing.RoutingPlan;
import io.stoa.routing.StockView;
import io.stoa.routing.Trial;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Routes the newest orders that were sent once more, by two plans. Both begin with the shelves of now and what these orders took
 * off them put back, so that only the plans differ.
 */
@Component
class Rehearsal {

    static final int ORDERS_MAX = 1_000;

    private final SentOrders sent;
    private final Fulfilment fulfilment;
    private final Inventory inventory;
    private final Locations locations;

    /** The orders, the oldest first, and what each plan makes of them. */
    record Outcome(List<SentOrder> orders, Trial now, Trial then) {}

    Rehearsal(SentOrders sent, Fulfilment fulfilment, Inventory inventory, Locations locations) {
        this.sent = sent;
        this.fulfilment = fulfilment;
        this.inventory = inventory;
        this.locations = locations;
    }

    Outcome of(RoutingPlan now, RoutingPlan then) {
        var orders = sent.newest(ORDERS_MAX);
        var places = locations.all();
        var stock = shelves(orders);
        var known = new HashMap<String, Optional<Coordinates>>();
        var routes = orders.stream().map(order -> route(order, known)).toList();
        return new Outcome(orders, Trial.of(now, places, routes, stock), Trial.of(then, places, routes, stock));
    }

    private Route route(SentOrder order, Map<String, Optional<Coordinates>> known) {
        var to = order.to();
        var where = known.computeIfAbsent(
                to.country() + to.postcode(), any -> locations.geocode(to.country(), to.postcode()));
        var facts = new Route.Order(order.channel(), to.country(), order.worth(), order.placedAt());
        return new Route(order.lines(), Route.Leaving.SHIPPED, null, where.orElse(null), Set.of(), facts);
    }

    private StockView shelves(List<SentOrder> orders) {
        var skus = orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(Route.Line::sku)
                .collect(Collectors.toSet());
        var stock = new StockView(inventory.availability(skus).values());
        stock.put(gone(orders.stream().map(SentOrder::id).toList(), skus));
        return stock;
    }

    /** What left a shelf for them or is promised to them still. */
    private List<Part> gone(Collection<OrderId> orders, Set<Sku> skus) {
        return fulfilment.ofAll(orders).values().stream()
                .flatMap(List::stream)
                .map(shipment -> new Part(shipment.location(), pieces(shipment, skus)))
                .toList();
    }

    private static List<Part.Piece> pieces(Shipment shipment, Set<Sku> skus) {
        return shipment.lines().stream()
                .filter(line -> skus.contains(line.sku()) && line.quantity() > line.cancelled())
                .map(line -> new Part.Piece(line.line(), line.sku(), Quantity.of(line.quantity() - line.cancelled())))
                .toList();
    }
}
