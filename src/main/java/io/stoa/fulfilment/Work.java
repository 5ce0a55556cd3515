package io.stoa.fulfilment;

import static io.stoa.fulfilment.ShipmentState.ACCEPTED;
import static io.stoa.fulfilment.ShipmentState.ARRIVED;
import static io.stoa.fulfilment.ShipmentState.PACKED;
import static io.stoa.fulfilment.ShipmentState.PICKING;
import static io.stoa.fulfilment.ShipmentState.PLACED;
import static io.stoa.fulfilment.ShipmentState.READY;
import static io.stoa.fulfilment.ShipmentState.REJECTED;
import static io.stoa.fulfilment.ShipmentState.RESTOCKED;
import static io.stoa.fulfilment.ShipmentState.SHIPPED;

import io.stoa.events.EventLog;
import io.stoa.fulfilment.ShipmentOutcome.Done;
import io.stoa.fulfilment.ShipmentOutcome.NoSuchShipment;
import io.stoa.fulfilment.ShipmentOutcome.NotNow;
import io.stoa.fulfilment.ShipmentOutcome.NotThere;
import io.stoa.fulfilment.ShipmentOutcome.OrderMoved;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of a place's work. A step that reaches the order locks the shipment first, then the order, and changes the
 * shipment only when the order agreed.
 */
@Component
class Work {

    private static final int UNCOLLECTED_MAX = 100;
    private static final Duration REMIND_BEFORE = Duration.ofDays(1);

    /** Until its goods have left or wait for their customer, a place may find that it cannot do its part. */
    private static final Set<ShipmentState> AT_WORK = Set.of(PLACED, ACCEPTED, PICKING, PACKED);

    private final ShipmentTable shipments;
    private final ShipmentViews views;
    private final Orders orders;
    private final Missing missing;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Duration collectWithin;

    Work(
            ShipmentTable shipments,
            ShipmentViews views,
            Orders orders,
            Missing missing,
            EventLog log,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${stoa.fulfilment.collect-within:P7D}") Duration collectWithin) {
        this.shipments = shipments;
        this.views = views;
        this.orders = orders;
        this.missing = missing;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
        this.collectWithin = collectWithin;
    }

    /** A step that only the place itself cares about. Repeating it changes nothing. */
    ShipmentOutcome step(
            ShipmentId id, @Nullable ShipmentKind kind, ShipmentState from, ShipmentState to, Touchpoint touchpoint) {
        return locked(id, shipment -> {
            if (shipment.state() == to) {
                return new Done(shipment);
            }
            return shipments.move(id, kind, List.of(from), to, clock.instant())
                    ? told(id, shipment.rest().lines(), null, touchpoint)
                    : new NotNow(shipment.state());
        });
    }

    ShipmentOutcome ship(ShipmentId id, @Nullable String tracking, Touchpoint touchpoint) {
        return locked(id, shipment -> switch (shipment.state()) {
            case SHIPPED -> new Done(shipment);
            case PACKED -> ship(shipment, tracking, touchpoint);
            default -> new NotNow(shipment.state());
        });
    }

    private ShipmentOutcome ship(Shipment shipment, @Nullable String tracking, Touchpoint touchpoint) {
        var rest = shipment.rest();
        return agreed(orders.fulfil("shipment:" + shipment.id(), shipment.order(), rest, touchpoint), () -> {
            shipments.handOver(shipment.id(), rest.lines());
            shipments.track(shipment.id(), tracking);
            move(shipment, Set.of(PACKED), SHIPPED);
            return told(shipment.id(), rest.lines(), null, touchpoint);
        });
    }

    /** Places that rejected pieces of the same lines before are not asked again. */
    ShipmentOutcome reject(ShipmentId id, RejectionReason reason, Touchpoint touchpoint) {
        return locked(id, shipment -> switch (shipment.state()) {
            case REJECTED -> new Done(shipment);
            case PLACED, ACCEPTED, PICKING, PACKED -> reject(shipment, reason, touchpoint);
            default -> new NotNow(shipment.state());
        });
    }

    private ShipmentOutcome reject(Shipment shipment, RejectionReason reason, Touchpoint touchpoint) {
        var rest = shipment.rest();
        var cause = Cause.of(shipment.id(), "rejected: " + reason);
        return agreed(orders.reroute(shipment.order(), rest, unwilling(shipment), cause, touchpoint), () -> {
            missing.book(shipment, rest, reason, touchpoint);
            shipments.explain(shipment.id(), reason);
            move(shipment, AT_WORK, REJECTED);
            return told(shipment.id(), rest.lines(), reason.name(), touchpoint);
        });
    }

    private Set<LocationId> unwilling(Shipment shipment) {
        var lines = shipment.lines().stream().map(Shipment.Line::line).collect(Collectors.toSet());
        return views.ofOrders(List.of(shipment.order())).stream()
                .filter(other -> other.state() == REJECTED)
                .filter(other -> other.lines().stream().anyMatch(line -> lines.contains(line.line())))
                .map(Shipment::location)
                .collect(Collectors.toSet());
    }

    /** From now on it waits for its customer, for so long as the house lets it. */
    ShipmentOutcome ready(ShipmentId id, Touchpoint touchpoint) {
        return locked(id, shipment -> {
            if (shipment.state() == READY) {
                return new Done(shipment);
            }
            if (!shipments.move(id, ShipmentKind.COLLECT, List.of(PICKING), READY, clock.instant())) {
                return new NotNow(shipment.state());
            }
            shipments.collectBy(id, clock.instant().plus(collectWithin));
            return told(id, shipment.rest().lines(), null, touchpoint);
        });
    }

    /** The same as a no-show, unless it was collected or its customer came at this very moment. */
    ShipmentOutcome overdue(ShipmentId id) {
        return locked(id, shipment -> shipment.isOverdue(clock.instant())
                ? restock(shipment, Touchpoint.SYSTEM)
                : new NotNow(shipment.state()));
    }

    List<ShipmentId> overdueAfter(long shipment) {
        return shipments.uncollected(clock.instant(), shipment, UNCOLLECTED_MAX);
    }

    /** Its customer is told that it does not wait much longer; once, and not any more when they came meanwhile. */
    ShipmentOutcome remind(ShipmentId id) {
        return locked(id, shipment -> {
            if (!shipments.remind(id, clock.instant())) {
                return new NotNow(shipment.state());
            }
            var now = shipments.locked(id);
            log.append(ShipmentChanged.event(ShipmentChanged.REMINDED, now, now.rest().lines(), null, Touchpoint.SYSTEM));
            return new Done(now);
        });
    }

    /** A day before their time is over, or half of it where that is shorter. */
    List<ShipmentId> unremindedAfter(long shipment) {
        var half = collectWithin.dividedBy(2);
        var before = half.compareTo(REMIND_BEFORE) < 0 ? half : REMIND_BEFORE;
        return shipments.unreminded(clock.instant(), clock.instant().plus(before), shipment, UNCOLLECTED_MAX);
    }

    /** Nobody came for it: what is left goes back on the shelf, and its money back to the customer. */
    ShipmentOutcome noShow(ShipmentId id, Touchpoint touchpoint) {
        return locked(id, shipment -> switch (shipment.state()) {
            case RESTOCKED -> new Done(shipment);
            case READY, ARRIVED -> restock(shipment, touchpoint);
            default -> new NotNow(shipment.state());
        });
    }

    private ShipmentOutcome restock(Shipment shipment, Touchpoint touchpoint) {
        var rest = shipment.rest();
        var cause = Cause.of(shipment.id(), "not collected");
        return agreed(orders.cancelLines(shipment.order(), List.of(rest), cause, touchpoint), () -> {
            shipments.cancel(shipment.id(), rest.lines());
            move(shipment, Set.of(READY, ARRIVED), RESTOCKED);
            return told(shipment.id(), rest.lines(), null, touchpoint);
        });
    }

    /** Runs a step on the locked shipment, in one transaction with all that follows from it. */
    ShipmentOutcome locked(ShipmentId id, Function<Shipment, ShipmentOutcome> step) {
        return transaction.execute(status -> {
            var shipment = shipments.lock(id);
            return shipment == null ? new NoSuchShipment() : step.apply(shipment);
        });
    }

    /** Goes on if the order agreed. It refuses while the news of its change is still on its way here. */
    static ShipmentOutcome agreed(ChangeOutcome change, Supplier<ShipmentOutcome> then) {
        return switch (change) {
            case ChangeOutcome.Done done -> then.get();
            case ChangeOutcome.TooLate(OrderState state) -> new OrderMoved(state);
            case ChangeOutcome.NotThere(var sku, var location, int onHand) -> new NotThere(sku, onHand);
            case ChangeOutcome.NoSuchOrder none -> new OrderMoved(OrderState.CANCELLED);
        };
    }

    void move(Shipment shipment, Set<ShipmentState> from, ShipmentState to) {
        if (!shipments.move(shipment.id(), shipment.kind(), from, to, clock.instant())) {
            throw new IllegalStateException("Shipment %s moved while it was locked".formatted(shipment.id()));
        }
    }

    /** Pieces went with the customer, the last ones or some. */
    Done handedOver(ShipmentId id, List<Piece> pieces, String proof, Touchpoint touchpoint) {
        var now = shipments.locked(id);
        var type = ShipmentState.HANDED_OVER.event();
        log.append(ShipmentChanged.event(type, now, pieces, proof, touchpoint));
        return new Done(now);
    }

    Done told(ShipmentId id, List<Piece> pieces, @Nullable String why, Touchpoint touchpoint) {
        var now = shipments.locked(id);
        log.append(ShipmentChanged.event(now, pieces, why, touchpoint));
        return new Done(now);
    }
}
