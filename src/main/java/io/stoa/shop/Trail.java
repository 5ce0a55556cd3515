package io.stoa.shop;

import io.stoa.events.Event;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentChanged;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.locations.Locations;
import io.stoa.orders.Delivery;
import io.stoa.orders.facts.OrderChanged;
import io.stoa.orders.facts.OrderEnded;
import io.stoa.orders.views.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.routing.Part;
import io.stoa.shared.LocationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What happened to an order, for its buyer. An event has a line when there is a text for its type,
 * {@code shop.event.orders.order_paid}; the others are the house's own business.
 */
@Component
class Trail {

    private static final Set<String> OFF = Set.of("cancelled", "expired", "rejected", "restocked");
    private static final String HANDED_OVER = "fulfilment.handed_over";
    private static final Set<String> GONE = Set.of(HANDED_OVER, "fulfilment.shipped");

    private final Locations locations;
    private final Market market;

    Trail(Locations locations, Market market) {
        this.locations = locations;
        this.market = market;
    }

    List<Bought.Step> of(OrderView order, List<Event> events, List<Shipment> shipments, PageFrame frame) {
        // The end is told once: by the goods on their way or in the customer's hands, where the log knows of them.
        boolean told = events.stream().map(Event::type).anyMatch(GONE::contains);
        var steps = new ArrayList<Bought.Step>();
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            if (!(told && event.type().equals(OrderChanged.FULFILLED)) && !all(event, at(events, i + 1))) {
                step(key(event, at(events, i - 1)), event, order, shipments, frame).ifPresent(steps::add);
            }
        }
        return steps;
    }

    private static String at(List<Event> events, int place) {
        return place < 0 || place == events.size() ? "" : events.get(place).type();
    }

    /** What took the last of it away is no part: that the order is cancelled is told next. */
    private static boolean all(Event event, String next) {
        return event.type().equals(OrderChanged.LINES_CANCELLED) && next.equals(OrderEnded.CANCELLED);
    }

    /** A wish for another store is told once, with that store: by the routing that follows it. */
    private static String key(Event event, String before) {
        var wished = event.type().equals(OrderChanged.REROUTED) && before.equals(OrderChanged.COLLECTED_ELSEWHERE);
        return "shop.event." + (wished ? "wished" : event.type());
    }

    private Optional<Bought.Step> step(String key, Event event, OrderView order, List<Shipment> shipments, PageFrame frame) {
        var what = who(event, shipments).map(name -> frame.t("shop.event.collected", name)).orElseGet(() -> frame.t(key));
        if (what.equals(key)) {
            return Optional.empty();
        }
        var off = OFF.stream().anyMatch(event.type()::endsWith);
        var when = frame.momentNamed(event.at(), market.zone());
        return Optional.of(new Bought.Step(off ? "wrong" : "done", what, when, detail(event, order, frame.texts())));
    }

    /** Who took the last of it in the customer's place. */
    private static Optional<String> who(Event event, List<Shipment> shipments) {
        return shipments.stream()
                .filter(one -> one.state() == ShipmentState.HANDED_OVER && event.key().equals("shipment:" + one.id()))
                .filter(one -> one.version() == event.keyVersion())
                .map(Shipment::collector)
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    /** Where, and how many pieces when it was a part; nobody asks where a parcel comes from. */
    private @Nullable String detail(Event event, OrderView order, Texts texts) {
        return switch (event.type()) {
            case OrderChanged.REROUTED -> {
                var change = event.read(OrderChanged.class);
                yield Delivery.COLLECT.equals(change.delivery()) ? names(change.changed().stream().map(Part::location)) : null;
            }
            case HANDED_OVER -> {
                int pieces = event.read(ShipmentChanged.class).pieces().stream().mapToInt(piece -> piece.quantity().units()).sum();
                var where = names(Stream.ofNullable(event.location()));
                yield pieces < collected(order) ? where + ", " + texts.count("shop.pieces", pieces) : where;
            }
            default -> event.location() == null ? null : names(Stream.of(event.location()));
        };
    }

    private static int collected(OrderView order) {
        return order.lines().stream()
                .filter(order::collects)
                .mapToInt(line -> line.quantity() - line.cancelled())
                .sum();
    }

    private String names(Stream<LocationId> places) {
        return places.distinct()
                .map(id -> locations.find(id).map(location -> location.name()).orElse(id.value()))
                .collect(Collectors.joining(", "));
    }
}
