package io.stoa.fulfilment;

import io.stoa.events.Event;
import io.stoa.events.Listener;
import io.stoa.fulfilment.collecting.Proxies;
import io.stoa.orders.facts.OrderChanged;
import io.stoa.orders.facts.OrderEnded;
import io.stoa.orders.facts.OrderPaid;
import io.stoa.routing.Part;
import io.stoa.routing.Route.Leaving;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Turns what becomes of orders into work for places. Runs in the transaction that moves its cursor, so that each event has
 * its effect once.
 */
@Component
class OnOrderNews implements Listener {

    private final Placing placing;
    private final Lowering lowering;
    private final Proxies proxies;

    OnOrderNews(Placing placing, Lowering lowering, Proxies proxies) {
        this.proxies = proxies;
        this.placing = placing;
        this.lowering = lowering;
    }

    @Override
    public String name() {
        return "fulfilment-on-orders";
    }

    @Override
    public Set<String> types() {
        return Set.of(
                OrderPaid.TYPE,
                OrderChanged.REROUTED,
                OrderChanged.COLLECTED_ELSEWHERE,
                OrderChanged.LINES_CANCELLED,
                OrderChanged.LINES_LOWERED,
                OrderEnded.CANCELLED);
    }

    /** What is to be placed is gathered, and stored before anything is cancelled. */
    @Override
    public void on(List<Event> events) {
        var wanted = new ArrayList<Placing.Wanted>();
        for (var event : events) {
            switch (event.type()) {
                case OrderPaid.TYPE -> wanted.addAll(paid(event));
                case OrderChanged.REROUTED -> wanted.addAll(rerouted(event));
                default -> {
                    placing.place(wanted);
                    wanted.clear();
                    lower(event);
                }
            }
        }
        placing.place(wanted);
    }

    private static List<Placing.Wanted> paid(Event event) {
        var paid = event.read(OrderPaid.class);
        return switch (paid.delivery()) {
            case "TAKE_AWAY" -> List.of();
            case "COLLECT" -> Placing.Wanted.of(event, paid.order(), paid.parts(), ShipmentKind.COLLECT);
            case "MIXED" -> Stream.of(ShipmentKind.values())
                    .flatMap(kind -> Placing.Wanted.of(event, paid.order(), leaving(paid.parts(), kind), kind).stream())
                    .toList();
            default -> Placing.Wanted.of(event, paid.order(), paid.parts(), ShipmentKind.SHIP);
        };
    }

    private static List<Part> leaving(List<Part> parts, ShipmentKind kind) {
        var how = kind == ShipmentKind.COLLECT ? Leaving.COLLECTED : Leaving.SHIPPED;
        return parts.stream().filter(part -> part.leaving() == how).toList();
    }

    /** What was to be collected at one place is collected at the other. */
    private static List<Placing.Wanted> rerouted(Event event) {
        var changed = event.read(OrderChanged.class);
        var kind = "COLLECT".equals(changed.delivery()) ? ShipmentKind.COLLECT : ShipmentKind.SHIP;
        return Placing.Wanted.of(event, changed.order(), changed.changed(), kind);
    }

    private void lower(Event event) {
        var order = new OrderId(Objects.requireNonNull(event.order()));
        if (event.type().equals(OrderEnded.CANCELLED)) {
            lowering.cancel(order, Touchpoint.SYSTEM);
            proxies.forget(order);
        } else {
            var changed = event.read(OrderChanged.class);
            if (event.type().equals(OrderChanged.LINES_LOWERED) || !Cause.isOwn(changed.reason())) {
                lowering.lower(order, changed.changed(), Touchpoint.SYSTEM);
            }
        }
    }
}
