package io.stoa.drawer;

import io.stoa.drawer.DrawerOutcome.Behind;
import io.stoa.drawer.DrawerOutcome.ClosedAlready;
import io.stoa.drawer.DrawerOutcome.Done;
import io.stoa.drawer.DrawerOutcome.KeyReused;
import io.stoa.drawer.DrawerOutcome.NoSuchDrawer;
import io.stoa.drawer.DrawerOutcome.NoSuchPlace;
import io.stoa.drawer.DrawerOutcome.NotThatMuch;
import io.stoa.drawer.DrawerOutcome.OpenAlready;
import io.stoa.drawer.DrawerOutcome.OtherCurrency;
import io.stoa.events.Cursors;
import io.stoa.events.EventLog;
import io.stoa.locations.Locations;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Opens, fills, empties and closes cash drawers. A till has one open at a time; sales and refunds find it by themselves. What
 * was paid before {@link #close} was called is in that Z report; what is paid while it closes is in it or in the next one of
 * the same till, never in both. Thread-safe.
 */
@Component
public class Drawers {

    private static final String CASH = "CASH";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(500);

    private final DrawerTable drawers;
    private final MovementTable movements;
    private final Reports reports;
    private final Closing closing;
    private final Locations locations;
    private final Cursors cursors;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Drawers(
            DrawerTable drawers,
            MovementTable movements,
            Reports reports,
            Closing closing,
            Locations locations,
            Cursors cursors,
            EventLog log,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.drawers = drawers;
        this.movements = movements;
        this.reports = reports;
        this.closing = closing;
        this.locations = locations;
        this.cursors = cursors;
        this.log = log;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    // --- Reading

    /** The tills of a store that ever had a name. */
    public List<Till> tills(LocationId location) {
        return drawers.tills(location);
    }

    public Optional<Drawer> openAt(Till till) {
        return drawers.openAt(till);
    }

    public Optional<Drawer> find(DrawerId id) {
        return drawers.find(id);
    }

    /** As it stands (X), with what was sold a moment ago; as it was closed (Z), for ever the same. */
    public Optional<DrawerReport> report(DrawerId id) {
        var found = drawers.find(id);
        if (found.isEmpty() || !found.get().open()) {
            return drawers.report(id);
        }
        boolean ignored = cursors.catchUp(OnTillNews.NAME, GLANCE);
        return Optional.of(reports.of(found.get(), clock.instant()));
    }

    /** Newest first; one query. */
    public Page<ListedDrawer> list(DrawerQuery query) {
        int limit = Page.clamp(query.size());
        return Page.of(
                drawers.list(query, limit + 1), limit, one -> one.drawer().id().toString());
    }

    // --- Changing

    /** From now on this store has a till of that name. */
    public void name(Till till) {
        drawers.name(till);
    }

    /**
     * Opens a drawer with its counted float, in whose currency it stays; the till gets its name by that. What was sold at this
     * till while none was open goes into it.
     */
    public DrawerOutcome open(Till till, Money opening, Touchpoint touchpoint) {
        if (opening.isNegative()) {
            throw new IllegalArgumentException("A float is not less than nothing");
        }
        var place = locations.find(till.location());
        return place.isEmpty()
                ? new NoSuchPlace()
                : transaction.execute(status -> {
                    drawers.name(till);
                    boolean locked = drawers.lock(till);
                    var before = drawers.openAt(till);
                    if (before.isPresent() || !locked) {
                        return new OpenAlready(before.orElseThrow());
                    }
                    var now = clock.instant();
                    var day = now.atZone(place.get().zone()).toLocalDate();
                    var drawer = new Drawer(
                            new DrawerId(ids.next()),
                            till,
                            Drawer.State.OPEN,
                            opening,
                            day,
                            touchpoint.actor().toString(),
                            now,
                            null,
                            1);
                    drawers.insert(drawer);
                    movements.adopt(drawer);
                    log.append(DrawerChanged.opened(drawer, touchpoint));
                    return new Done(reports.of(drawer, now), false);
                });
    }

    /** Puts cash in or takes it out by hand, once for a key; no more leaves than should be there. */
    public DrawerOutcome move(DrawerId id, NewMovement wish, Touchpoint touchpoint) {
        return locked(id, drawer -> {
            var before = movements.find(cause(wish));
            if (before.isPresent()) {
                return isSame(before.get(), id, wish) ? done(drawer, true) : new KeyReused();
            }
            if (!drawer.open()) {
                return new ClosedAlready(drawer);
            }
            if (!drawer.opening().currency().equals(wish.amount().currency())) {
                return new OtherCurrency(drawer);
            }
            long expected = movements.expected(id);
            if (wish.kind().sign() < 0 && wish.amount().minor() > expected) {
                return new NotThatMuch(new Money(expected, wish.amount().currency()));
            }
            return moved(drawer, wish, touchpoint);
        });
    }

    /**
     * Counts and closes: a Z report with the next number of this till. When the count is off by more than the house lets pass,
     * it takes a reason. The same count again is the same report; whoever counted otherwise meanwhile was too late.
     */
    public DrawerOutcome close(DrawerId id, Count count, @Nullable String reason, Touchpoint touchpoint) {
        return cursors.catchUp(OnTillNews.NAME, PATIENCE)
                ? locked(id, drawer -> closing.close(drawer, count, reason, touchpoint))
                : new Behind();
    }

    private DrawerOutcome moved(Drawer drawer, NewMovement wish, Touchpoint touchpoint) {
        boolean isNew = movements.insert(new MovementTable.Stored(
                cause(wish),
                drawer.id(),
                drawer.till(),
                wish.kind(),
                CASH,
                wish.amount(),
                null,
                wish.reason(),
                touchpoint.actor().toString(),
                clock.instant()));
        if (!isNew) {
            return new KeyReused();
        }
        long version = drawers.next(drawer.id());
        log.append(DrawerChanged.moved(drawer.at(version), wish.kind(), wish.amount(), touchpoint));
        return done(drawer.at(version), false);
    }

    /** With the till locked: nothing else is decided about its drawer meanwhile. */
    private DrawerOutcome locked(DrawerId id, Function<Drawer, DrawerOutcome> decide) {
        var till = drawers.find(id).map(Drawer::till);
        return till.isEmpty()
                ? new NoSuchDrawer()
                : transaction.execute(status -> {
                    boolean locked = drawers.lock(till.get());
                    return locked ? decide.apply(drawers.find(id).orElseThrow()) : new NoSuchDrawer();
                });
    }

    private Done done(Drawer drawer, boolean repeated) {
        return new Done(drawers.report(drawer.id()).orElseGet(() -> reports.of(drawer, clock.instant())), repeated);
    }

    private static String cause(NewMovement wish) {
        return "hand:" + wish.key();
    }

    private static boolean isSame(MovementTable.Stored before, DrawerId id, NewMovement wish) {
        return id.equals(before.drawer())
                && before.kind() == wish.kind()
                && before.amount().equals(wish.amount())
                && wish.reason().equals(before.reason());
    }
}
