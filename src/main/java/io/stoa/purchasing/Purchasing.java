package io.stoa.purchasing;

import static io.stoa.inventory.MovementKind.DAMAGED;
import static io.stoa.inventory.MovementKind.DELIVERED;
import static io.stoa.inventory.MovementKind.EXPECTED;
import static io.stoa.inventory.MovementKind.MISSED;
import static io.stoa.inventory.MovementKind.RECEIVED;

import io.stoa.catalog.Catalog;
import io.stoa.events.EventLog;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.purchasing.PurchaseOrder.Line;
import io.stoa.purchasing.PurchaseOrder.State;
import io.stoa.purchasing.PurchaseOutcome.ChangedMeanwhile;
import io.stoa.purchasing.PurchaseOutcome.Done;
import io.stoa.purchasing.PurchaseOutcome.KeyReused;
import io.stoa.purchasing.PurchaseOutcome.NoSuchOrder;
import io.stoa.purchasing.PurchaseOutcome.NoSuchPlace;
import io.stoa.purchasing.PurchaseOutcome.NoSuchSupplier;
import io.stoa.purchasing.PurchaseOutcome.NotInThisState;
import io.stoa.purchasing.PurchaseOutcome.OtherGoods;
import io.stoa.purchasing.PurchaseOutcome.TooMany;
import io.stoa.shared.Ids;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Purchase orders: drafted, placed, received in as many deliveries as it takes, closed or called off. Every step happens under the
 * lock of its order and in one transaction with the counters of the stock. Thread-safe.
 */
@Component
public class Purchasing {

    private final PurchaseTable table;
    private final SupplierTable suppliers;
    private final Catalog catalog;
    private final Locations locations;
    private final Inventory inventory;
    private final EventLog log;
    private final Ids ids;
    private final Clock clock;

    Purchasing(
            PurchaseTable table,
            SupplierTable suppliers,
            Catalog catalog,
            Locations locations,
            Inventory inventory,
            EventLog log,
            Ids ids,
            Clock clock) {
        this.table = table;
        this.suppliers = suppliers;
        this.catalog = catalog;
        this.locations = locations;
        this.inventory = inventory;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<PurchaseOrder> find(PurchaseOrderId id) {
        return table.find(id);
    }

    /** The newest first, in one state or in all. */
    public Page<PurchaseOrder> list(@Nullable State state, @Nullable PurchaseOrderId after, int size) {
        int limit = Page.clamp(size);
        var rows = table.list(state, after == null ? Long.MAX_VALUE : after.value(), limit + 1);
        return Page.of(rows, limit, order -> order.id().toString());
    }

    /** The first day from this one on at which more of it is awaited anywhere. */
    public Optional<LocalDate> expected(Sku sku, LocalDate from) {
        return table.expected(sku, from);
    }

    /** Writes it down: nobody is asked for anything yet. */
    @Transactional
    public PurchaseOutcome draft(NewPurchaseOrder wish, Touchpoint touchpoint) {
        var known = table.byKey(wish.key());
        if (known.isPresent()) {
            return again(known.get(), wish);
        }
        var refused = refusal(wish);
        if (refused.isPresent()) {
            return refused.get();
        }
        var id = new PurchaseOrderId(ids.next());
        return table.insert(id, wish)
                ? done(PurchaseChanged.DRAFTED, id, touchpoint)
                : again(table.byKey(wish.key()).orElseThrow(), wish);
    }

    /** From now on what was asked for is on its way; without a day it is awaited when the supplier usually delivers. */
    @Transactional
    public PurchaseOutcome place(PurchaseOrderId id, Touchpoint touchpoint) {
        var found = table.lock(id);
        if (found.isEmpty()) {
            return new NoSuchOrder();
        }
        var order = found.get();
        if (order.state() != State.DRAFTED) {
            return order.state() == State.PLACED ? new Done(order, true) : new NotInThisState(order);
        }
        move(order, EXPECTED, touchpoint);
        table.place(id, Objects.requireNonNullElseGet(order.expected(), () -> usually(order)));
        return done(PurchaseChanged.PLACED, id, touchpoint);
    }

    /**
     * Counts in what came. What was awaited is no longer in transit; what is more, if that is to be taken, comes in all the same;
     * what is damaged is not for sale.
     */
    @Transactional
    public PurchaseOutcome receive(PurchaseOrderId id, NewReceipt receipt, Touchpoint touchpoint) {
        var found = table.lock(id);
        if (found.isEmpty()) {
            return new NoSuchOrder();
        }
        var order = found.get();
        var before = table.receipt(id, receipt.key());
        if (before.isPresent()) {
            return before.get().equals(receipt.goods()) ? new Done(order, true) : new KeyReused();
        }
        var refused = refusal(order, receipt);
        if (refused.isPresent()) {
            return refused.get();
        }
        var _ = inventory.move(
                order.lines().stream()
                        .flatMap(line -> arrival(order, line, receipt.of(line.sku())).stream())
                        .toList(),
                touchpoint);
        table.receive(id, receipt, touchpoint.actor().toString());
        if (table.find(id).orElseThrow().left() == 0) {
            table.end(id, State.RECEIVED);
        }
        return done(PurchaseChanged.RECEIVED, id, touchpoint);
    }

    /** What has not come does not come any more: nothing of it stays in transit. */
    @Transactional
    public PurchaseOutcome close(PurchaseOrderId id, Touchpoint touchpoint) {
        return end(id, State.CLOSED, PurchaseChanged.CLOSED, touchpoint);
    }

    /** Called off before any of it came, or before the supplier was asked. */
    @Transactional
    public PurchaseOutcome callOff(PurchaseOrderId id, Touchpoint touchpoint) {
        return end(id, State.CALLED_OFF, PurchaseChanged.CALLED_OFF, touchpoint);
    }

    private LocalDate usually(PurchaseOrder order) {
        int days = suppliers.find(order.supplier()).orElseThrow().value().leadDays();
        var zone = Objects.requireNonNull(locations.byId().get(order.location())).zone();
        return LocalDate.ofInstant(clock.instant(), zone).plusDays(days);
    }

    private PurchaseOutcome end(PurchaseOrderId id, State end, String event, Touchpoint touchpoint) {
        var found = table.lock(id);
        if (found.isEmpty()) {
            return new NoSuchOrder();
        }
        var order = found.get();
        if (order.state() == end) {
            return new Done(order, true);
        }
        if (!order.mayBe(end)) {
            return new NotInThisState(order);
        }
        if (order.state() == State.PLACED) {
            move(order, MISSED, touchpoint);
        }
        table.end(id, end);
        return done(event, id, touchpoint);
    }

    private PurchaseOutcome done(String event, PurchaseOrderId id, Touchpoint touchpoint) {
        var now = table.find(id).orElseThrow();
        log.append(List.of(PurchaseChanged.event(event, now, touchpoint)));
        return new Done(now, false);
    }

    private static PurchaseOutcome again(PurchaseOrder known, NewPurchaseOrder wish) {
        return known.isOf(wish) ? new Done(known, true) : new KeyReused();
    }

    private Optional<PurchaseOutcome> refusal(NewPurchaseOrder wish) {
        if (suppliers.find(wish.supplier()).isEmpty()) {
            return Optional.of(new NoSuchSupplier());
        }
        if (locations.find(wish.location()).filter(Location::hasStock).isEmpty()) {
            return Optional.of(new NoSuchPlace(wish.location()));
        }
        var unknown = new TreeSet<>(wish.goods().keySet());
        unknown.removeAll(catalog.items(wish.goods().keySet()).keySet());
        return unknown.isEmpty() ? Optional.empty() : Optional.of(new OtherGoods(unknown));
    }

    private static Optional<PurchaseOutcome> refusal(PurchaseOrder order, NewReceipt receipt) {
        if (!order.takesGoods()) {
            return Optional.of(new NotInThisState(order));
        }
        if (!receipt.seen().holds(order.version())) {
            return Optional.of(new ChangedMeanwhile(order));
        }
        var others = new TreeSet<>(receipt.goods().keySet());
        order.lines().forEach(line -> others.remove(line.sku()));
        if (!others.isEmpty()) {
            return Optional.of(new OtherGoods(others));
        }
        return order.lines().stream()
                .filter(line -> !receipt.over() && receipt.of(line.sku()).came() > line.left())
                .<PurchaseOutcome>map(line -> new TooMany(line.sku(), line.left()))
                .findFirst();
    }

    private void move(PurchaseOrder order, MovementKind kind, Touchpoint touchpoint) {
        var movements = new ArrayList<Movement>();
        order.lines().forEach(line -> add(movements, order, line.sku(), kind, line.left()));
        var _ = inventory.move(movements, touchpoint);
    }

    private static List<Movement> arrival(PurchaseOrder order, Line line, Count count) {
        int awaited = Math.min(count.came(), line.left());
        var movements = new ArrayList<Movement>();
        add(movements, order, line.sku(), DELIVERED, awaited);
        add(movements, order, line.sku(), RECEIVED, count.came() - awaited);
        add(movements, order, line.sku(), DAMAGED, count.damaged());
        return movements;
    }

    /** The version makes the id of a movement: each changes once with what moves. */
    private static void add(List<Movement> movements, PurchaseOrder order, Sku sku, MovementKind kind, int pieces) {
        if (pieces > 0) {
            var id = "purchase:%s:%d:%s:%s".formatted(order.id(), order.version(), kind, sku);
            movements.add(new Movement(id, sku, order.location(), kind, pieces, "purchase order " + order.id()));
        }
    }
}
