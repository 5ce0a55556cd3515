package io.stoa.shop;

import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentKind;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.past.PastOrder;
import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import io.stoa.routing.Part;
import io.stoa.routing.Route.Leaving;
import io.stoa.shared.LocationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says where an order goes: to an address, to a store, or one part of it here and the other there. */
@Component
class Whereabouts {

    private final Locations locations;
    private final Market market;

    Whereabouts(Locations locations, Market market) {
        this.locations = locations;
        this.market = market;
    }

    /** What goes where; the goods are named where not all of them go the same way. What is cancelled goes nowhere. */
    List<Bought.Part> of(OrderView order, List<Shipment> shipments, Texts texts) {
        if (order.imported() != null) {
            return List.of(new Bought.Part(texts.get("shop.order.before.title"), before(order, order.imported(), texts), List.of()));
        }
        if (order.state() == OrderState.CANCELLED || order.state() == OrderState.EXPIRED) {
            return List.of();
        }
        var parts = new ArrayList<Bought.Part>();
        boolean mixed = order.delivery().equals(Delivery.MIXED);
        if (Delivery.isSent(order.delivery())) {
            var to = order.address();
            var address = to == null ? List.<String>of() : to.lines(texts.locale());
            parts.add(new Bought.Part(texts.get("shop.order.to"), address, goods(order, mixed, line -> !order.collects(line))));
        }
        if (!order.delivery().equals(Delivery.SHIP)) {
            var title = texts.get(order.state() == OrderState.FULFILLED ? "shop.order.collected" : "shop.order.collect", store(order, shipments));
            parts.add(new Bought.Part(title, address(order, shipments, texts), goods(order, mixed, order::collects)));
        }
        return parts;
    }

    /** The name of the store where it is, or was, collected. */
    String store(OrderView order, List<Shipment> shipments) {
        return collectedAt(order, shipments).map(this::name).orElse("");
    }

    private List<String> address(OrderView order, List<Shipment> shipments, Texts texts) {
        return place(order, shipments)
                .map(Location::address)
                .map(address -> address.lines(texts.locale()))
                .orElse(List.of());
    }

    private static List<String> goods(OrderView order, boolean mixed, Predicate<OrderView.Line> going) {
        return order.lines().stream()
                .filter(line -> mixed && going.test(line) && line.quantity() > line.cancelled())
                .map(line -> (line.quantity() - line.cancelled()) + " × " + line.title())
                .toList();
    }

    private List<String> before(OrderView order, PastOrder.Origin origin, Texts texts) {
        var place = Optional.ofNullable(order.location()).flatMap(locations::find);
        var zone = place.map(Location::zone).orElseGet(market::zone);
        return List.of(
                place.map(Location::name).orElse(""),
                texts.moment(order.placedAt(), zone),
                texts.get("shop.order.before.number", origin.number()));
    }

    Optional<Location> place(OrderView order, List<Shipment> shipments) {
        return collectedAt(order, shipments).flatMap(locations::find);
    }

    /** As the order says while it is open, then as it was. */
    private static Optional<LocationId> collectedAt(OrderView order, List<Shipment> shipments) {
        var open = order.parts().stream().filter(part -> part.leaving() != Leaving.SHIPPED).map(Part::location);
        var done = shipments.reversed().stream()
                .filter(shipment -> shipment.kind() == ShipmentKind.COLLECT && shipment.state() != ShipmentState.REJECTED)
                .map(Shipment::location);
        return Stream.concat(open, done).findFirst();
    }

    private String name(LocationId id) {
        return locations.find(id).map(Location::name).orElse(id.value());
    }
}
