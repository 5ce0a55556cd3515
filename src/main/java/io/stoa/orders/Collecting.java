package io.stoa.orders;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.ChangeOutcome.Done;
import io.stoa.orders.ChangeOutcome.NoSuchOrder;
import io.stoa.orders.ChangeOutcome.NotThere;
import io.stoa.orders.ChangeOutcome.TooLate;
import io.stoa.orders.facts.OrderChanged;
import io.stoa.routing.Decision;
import io.stoa.routing.Part.Piece;
import io.stoa.routing.Part;
import io.stoa.routing.Route;
import io.stoa.routing.Routing;
import io.stoa.routing.StockView;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Another store to collect in, as the customer wishes: promised there and given back here in one transaction, or neither. */
@Component
class Collecting {

    private static final String WISH = "the customer collects it elsewhere";

    private final OrderTable orders;
    private final Inventory inventory;
    private final Routing routing;
    private final Locations locations;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Collecting(
            OrderTable orders,
            Inventory inventory,
            Routing routing,
            Locations locations,
            EventLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.orders = orders;
        this.inventory = inventory;
        this.routing = routing;
        this.locations = locations;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    ChangeOutcome at(LocationId store, OrderId id, Touchpoint touchpoint) {
        return transaction.execute(status -> {
            var order = orders.lock(id.value());
            if (order == null) {
                return new NoSuchOrder();
            }
            return order.state() == OrderState.PLACED && Delivery.isCollected(order.delivery())
                    ? at(store, order, touchpoint, status)
                    : new TooLate(order.state());
        });
    }

    private ChangeOutcome at(LocationId store, OrderTable.Changed order, Touchpoint touchpoint, TransactionStatus status) {
        var parts = Parts.read(order.parts());
        var waiting = parts.stream().filter(part -> part.leaving() != Route.Leaving.SHIPPED).toList();
        if (waiting.isEmpty()) {
            return new TooLate(order.state());
        }
        var away = waiting.stream().filter(part -> !part.location().equals(store)).toList();
        if (away.isEmpty()) {
            return done(order, List.of());
        }
        refuseOtherPrices(away, store);
        var pieces = Parts.pieces(away);
        if (!(decide(store, pieces) instanceof Decision.Routed routed)) {
            return lacking(store, pieces);
        }
        inventory.lock(Parts.demands(Parts.plus(away, routed.parts())));
        if (!inventory.release(order.id(), Parts.demands(away), touchpoint)) {
            return new TooLate(order.state());
        }
        if (!inventory.allocateMore(order.id(), Parts.demands(routed.parts()), touchpoint)) {
            status.setRollbackOnly();
            return lacking(store, pieces);
        }
        var there = order.delivery().equals(Delivery.MIXED) ? routed.leaving(Route.Leaving.COLLECTED) : routed;
        return moved(order, away, parts, there, touchpoint);
    }

    private ChangeOutcome moved(
            OrderTable.Changed order, List<Part> away, List<Part> parts, Decision.Routed routed, Touchpoint touchpoint) {
        var left = Json.write(Parts.plus(Parts.minus(parts, away), routed.parts()));
        var why = Json.write(routed.explanation());
        var changed = orders.rewrite(order.id(), order.state(), order.total(), left, why, clock.instant());
        log.append(List.of(
                event(OrderChanged.COLLECTED_ELSEWHERE, changed, away, touchpoint),
                event(OrderChanged.REROUTED, changed, routed.parts(), touchpoint)));
        return done(order, routed.parts());
    }

    private Decision decide(LocationId store, List<Piece> pieces) {
        var skus = pieces.stream().map(Piece::sku).collect(Collectors.toSet());
        var lines = pieces.stream()
                .map(piece -> new Route.Line(piece.line(), piece.sku(), piece.quantity()))
                .toList();
        return routing.decide(
                Route.collected(lines, store),
                new StockView(inventory.availability(skus).values()));
    }

    private NotThere lacking(LocationId store, List<Piece> pieces) {
        var first = pieces.getFirst();
        int there = inventory.availability(List.of(first.sku())).getOrDefault(first.sku(), List.of()).stream()
                .filter(row -> row.location().equals(store))
                .mapToInt(row -> row.available())
                .sum();
        return new NotThere(first.sku(), store, there);
    }

    /** What was agreed to pay stays agreed: only among stores of the same prices and taxes. */
    private void refuseOtherPrices(List<Part> away, LocationId store) {
        var wanted = group(store);
        if (away.stream().anyMatch(part -> !group(part.location()).equals(wanted))) {
            throw new IllegalArgumentException("Location " + store + " has other prices, or is none");
        }
    }

    private String group(LocationId location) {
        return locations.find(location).map(Location::group).orElse("");
    }

    private static NewEvent event(String type, OrderTable.Changed order, List<Part> parts, Touchpoint touchpoint) {
        return Settling.event(type, order, touchpoint, new OrderChanged(new OrderId(order.id()), WISH, parts, Delivery.COLLECT));
    }

    private static Done done(OrderTable.Changed order, List<Part> moved) {
        return new Done(order.state(), Money.of(0, order.currency()), moved);
    }
}
