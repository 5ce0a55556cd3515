package io.stoa.fulfilment;

import io.stoa.events.EventLog;
import io.stoa.fulfilment.collecting.Proxies;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The work of places for orders. Steps may be repeated: one that was done answers done. A step that sends goods off or hands
 * them over takes them out of the stock and their money from the customer in the same transaction. Thread-safe.
 */
@Component
public class Fulfilment {

    /** So many characters of the name of who collects. */
    public static final int COLLECTOR_MAX = 200;

    private final ShipmentViews views;
    private final CodeTable codes;
    private final Work work;
    private final Handing handing;

    private final ArrivalTable arrivals;
    private final Proxies proxies;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Fulfilment(
            ShipmentViews views,
            CodeTable codes,
            Work work,
            Handing handing,
            ArrivalTable arrivals,
            Proxies proxies,
            EventLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.arrivals = arrivals;
        this.proxies = proxies;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
        this.views = views;
        this.codes = codes;
        this.work = work;
        this.handing = handing;
    }

    // --- Reading

    public Optional<Shipment> find(ShipmentId id) {
        return views.byIds(List.of(id)).stream().findFirst();
    }

    /** What a place has to do, what is due first comes first; with a state, only what is in it. One query. */
    public Page<Shipment> work(LocationId location, @Nullable ShipmentState state, int size, @Nullable String after) {
        int limit = Page.clamp(size);
        var from = after == null ? WorkKey.START : WorkKey.parse(after);
        return Page.of(
                views.at(location, state, from, limit + 1),
                limit,
                shipment -> WorkKey.of(shipment).toString());
    }

    /** What all places do for an order, oldest first. */
    public List<Shipment> of(OrderId order) {
        return views.ofOrders(List.of(order));
    }

    /** The same for many orders in one query; an order without shipments is not in the map. */
    public Map<OrderId, List<Shipment>> ofAll(Collection<OrderId> orders) {
        return views.ofOrders(orders).stream().collect(Collectors.groupingBy(Shipment::order));
    }

    /** What the customer shows to collect, by shipment. For the customer's eyes only, never for a list of the staff's. */
    public Map<ShipmentId, String> codes(OrderId order) {
        return codes.ofOrder(order);
    }

    /** What waits in a store for the customer who shows this code; blanks, dashes and small letters do not matter. */
    public List<Shipment> shown(LocationId store, String code) {
        return views.byIds(codes.waiting(store, HandOverCode.tidy(code)));
    }

    // --- Working

    public ShipmentOutcome accept(ShipmentId id, Touchpoint touchpoint) {
        return work.step(id, null, ShipmentState.PLACED, ShipmentState.ACCEPTED, touchpoint);
    }

    public ShipmentOutcome pick(ShipmentId id, Touchpoint touchpoint) {
        return work.step(id, null, ShipmentState.ACCEPTED, ShipmentState.PICKING, touchpoint);
    }

    public ShipmentOutcome pack(ShipmentId id, Touchpoint touchpoint) {
        return work.step(id, ShipmentKind.SHIP, ShipmentState.PICKING, ShipmentState.PACKED, touchpoint);
    }

    /** The carrier has it. The tracking reference, if there is one, has at most 100 characters. */
    public ShipmentOutcome ship(ShipmentId id, @Nullable String tracking, Touchpoint touchpoint) {
        if (Objects.requireNonNullElse(tracking, "").length() > 100) {
            throw new IllegalArgumentException("A tracking reference has at most 100 characters");
        }
        return work.ship(id, tracking, touchpoint);
    }

    /** It waits for the customer, for a week unless {@code stoa.fulfilment.collect-within} says otherwise. */
    public ShipmentOutcome ready(ShipmentId id, Touchpoint touchpoint) {
        return work.ready(id, touchpoint);
    }

    /** The customer is at the door. */
    public ShipmentOutcome arrived(ShipmentId id, Touchpoint touchpoint) {
        return arrived(id, "", touchpoint);
    }

    /** The same, with where they wait in their own words, cut to {@value Arrival#WHERE_MAX} characters. Never in the log. */
    public ShipmentOutcome arrived(ShipmentId id, String where, Touchpoint touchpoint) {
        var words = where.strip();
        var place = words.substring(0, Math.min(Arrival.WHERE_MAX, words.length()));
        return transaction.execute(status -> {
            var outcome = work.step(id, ShipmentKind.COLLECT, ShipmentState.READY, ShipmentState.ARRIVED, touchpoint);
            if (outcome instanceof ShipmentOutcome.Done) {
                arrivals.note(id, clock.instant(), place);
            }
            return outcome;
        });
    }

    /** Who waits for these, by shipment. */
    public Map<ShipmentId, Arrival> arrivals(Collection<ShipmentId> ids) {
        return ids.isEmpty() ? Map.of() : arrivals.of(ids);
    }

    /**
     * Somebody else collects what still waits of the order, with the same code; without a name, the customer does. False when
     * nothing of it is to be collected any more.
     */
    public boolean collectedBy(OrderId order, @Nullable String name, Touchpoint touchpoint) {
        var who = name == null || name.isBlank() ? null : name.strip();
        if (who != null && who.length() > COLLECTOR_MAX) {
            throw new IllegalArgumentException("A collector's name has at most 200 characters");
        }
        return transaction.execute(status -> {
            var waiting = views.byIds(proxies.name(order, who).stream().map(ShipmentId::new).toList());
            log.append(waiting.stream()
                    .map(one -> ShipmentChanged.event(ShipmentChanged.COLLECTOR, one, one.rest().lines(), null, touchpoint))
                    .toList());
            return !waiting.isEmpty();
        });
    }

    /** To the customer, or whoever collects for them; five wrong codes in a row lock it for ten minutes. */
    public ShipmentOutcome handOver(ShipmentId id, HandOver wish, Touchpoint touchpoint) {
        var outcome = handing.handOver(id, wish, touchpoint);
        if (outcome instanceof ShipmentOutcome.Done(var shipment) && !shipment.state().open()) {
            arrivals.forget(id);
            proxies.forget(shipment.order());
        }
        return outcome;
    }

    /**
     * The place cannot do it. Its goods are promised elsewhere, never at a place that rejected them before; when nobody else
     * has them, they are cancelled and their money is given back.
     */
    public ShipmentOutcome reject(ShipmentId id, RejectionReason reason, Touchpoint touchpoint) {
        return work.reject(id, reason, touchpoint);
    }

    /** Nobody came, which the clock says by itself in the end: what is left is back on the shelf, cancelled, and its money is given back. */
    public ShipmentOutcome noShow(ShipmentId id, Touchpoint touchpoint) {
        return work.noShow(id, touchpoint);
    }
}
