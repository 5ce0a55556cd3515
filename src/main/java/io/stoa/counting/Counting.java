package io.stoa.counting;

import io.stoa.catalog.Catalog;
import io.stoa.counting.CountOutcome.ChangedMeanwhile;
import io.stoa.counting.CountOutcome.CountAgain;
import io.stoa.counting.CountOutcome.Done;
import io.stoa.counting.CountOutcome.KeyReused;
import io.stoa.counting.CountOutcome.NeedsApproval;
import io.stoa.counting.CountOutcome.NoSuchPlace;
import io.stoa.counting.CountOutcome.NoSuchSheet;
import io.stoa.counting.CountOutcome.NotInThisState;
import io.stoa.counting.CountOutcome.NothingCounted;
import io.stoa.counting.CountOutcome.OtherGoods;
import io.stoa.counting.CountSheet.Line;
import io.stoa.counting.CountSheet.State;
import io.stoa.events.EventLog;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Inventory.Counted;
import io.stoa.inventory.Inventory.Sighting;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts: begun, counted, reviewed, posted or called off. Every step happens under the lock of its sheet and in one transaction with
 * what it does to the books. Thread-safe.
 */
@Component
public class Counting {

    public static final int REASON_MAX = 200;

    private final CountTable table;
    private final Assessing assessing;
    private final Inventory inventory;
    private final Catalog catalog;
    private final Locations locations;
    private final EventLog log;
    private final Ids ids;

    Counting(
            CountTable table,
            Assessing assessing,
            Inventory inventory,
            Catalog catalog,
            Locations locations,
            EventLog log,
            Ids ids) {
        this.table = table;
        this.assessing = assessing;
        this.inventory = inventory;
        this.catalog = catalog;
        this.locations = locations;
        this.log = log;
        this.ids = ids;
    }

    public Optional<CountSheet> find(SheetId id) {
        return table.find(id).map(CountSheet::shown);
    }

    /** The newest first, in one state or in all. */
    public Page<CountSheet> list(@Nullable State state, @Nullable SheetId after, int size) {
        int limit = Page.clamp(size);
        var rows = table.list(state, after == null ? Long.MAX_VALUE : after.value(), limit + 1);
        return Page.of(rows, limit, sheet -> sheet.id().toString()).map(CountSheet::shown);
    }

    /** How far it is off; nothing is known of that while somebody counts. */
    public Assessment assess(CountSheet sheet) {
        return assessing.of(sheet.shown());
    }

    @Transactional
    public CountOutcome begin(NewSheet wish, Touchpoint touchpoint) {
        var known = table.byKey(wish.key());
        if (known.isPresent()) {
            return again(known.get(), wish);
        }
        if (locations.find(wish.location()).filter(Location::hasStock).isEmpty()) {
            return new NoSuchPlace(wish.location());
        }
        var skus = wish.skus().isEmpty() ? allAt(wish.location()) : wish.skus();
        var unknown = new TreeSet<>(wish.skus());
        unknown.removeAll(catalog.items(wish.skus()).keySet());
        if (!unknown.isEmpty() || skus.isEmpty() || skus.size() > NewSheet.LINES_MAX) {
            return new OtherGoods(unknown);
        }
        var id = new SheetId(ids.next());
        return table.insert(id, wish, skus, touchpoint.actor().toString())
                ? done(CountChanged.BEGUN, id, null, touchpoint)
                : again(table.byKey(wish.key()).orElseThrow(), wish);
    }

    /** Counts an article as of now; the last number holds. What lies there without being on the sheet is counted too. */
    @Transactional
    public CountOutcome enter(SheetId id, Entry entry, Touchpoint touchpoint) {
        return step(id, sheet -> {
            var before = table.entered(id, entry.key());
            if (before.isPresent()) {
                return before.get().equals(entry) ? new Done(sheet.shown(), true) : new KeyReused();
            }
            if (sheet.state() != State.COUNTING) {
                return new NotInThisState(sheet.shown());
            }
            if (!has(sheet, Set.of(entry.sku())) && catalog.items(Set.of(entry.sku())).isEmpty()) {
                return new OtherGoods(Set.of(entry.sku()));
            }
            table.enter(id, entry, inventory.look(entry.sku(), sheet.location()), touchpoint.actor().toString());
            return new Done(table.find(id).orElseThrow().shown(), false);
        });
    }

    /** Counted to the end: from now on it is said how far it is off. What has no number stays as the books say. */
    @Transactional
    public CountOutcome review(SheetId id, Touchpoint touchpoint) {
        return step(id, sheet -> {
            if (sheet.state() != State.COUNTING) {
                return sheet.state() == State.REVIEWED ? new Done(sheet, true) : new NotInThisState(sheet);
            }
            if (sheet.counted().isEmpty()) {
                return new NothingCounted();
            }
            table.become(id, State.REVIEWED);
            return done(CountChanged.REVIEWED, id, null, touchpoint);
        });
    }

    /** These articles are counted again, for this reason. */
    @Transactional
    public CountOutcome sendBack(SheetId id, Set<Sku> skus, String reason, Touchpoint touchpoint) {
        if (reason.isBlank() || reason.length() > REASON_MAX) {
            throw new IllegalArgumentException("A reason has 1 to 200 characters");
        }
        return step(id, sheet -> {
            if (sheet.state() != State.REVIEWED) {
                return new NotInThisState(sheet.shown());
            }
            if (skus.isEmpty() || !has(sheet, skus)) {
                return new OtherGoods(skus);
            }
            table.again(id, skus, reason);
            table.become(id, State.COUNTING);
            return done(CountChanged.SENT_BACK, id, reason, touchpoint);
        });
    }

    /** Corrects the books by all differences, each as of the moment of its number, or by none. */
    @Transactional
    public CountOutcome post(SheetId id, Posting posting, Touchpoint touchpoint) {
        return step(id, sheet -> {
            if (sheet.state() != State.REVIEWED) {
                return sheet.state() == State.POSTED ? new Done(sheet, true) : new NotInThisState(sheet.shown());
            }
            if (!posting.seen().holds(sheet.version())) {
                return new ChangedMeanwhile(sheet);
            }
            var assessment = assessing.of(sheet);
            if (assessment.aboveLimit() && posting.approval() == null) {
                return new NeedsApproval(assessment);
            }
            var counts = sheet.counted().stream().map(line -> counted(id, line)).toList();
            var again = inventory.correct(sheet.location(), counts, touchpoint);
            if (!again.isEmpty()) {
                return new CountAgain(again);
            }
            table.end(id, State.POSTED, posting.approval(), touchpoint.actor().toString());
            return done(CountChanged.POSTED, id, posting.approval(), touchpoint);
        });
    }

    /** The books stay as they are. */
    @Transactional
    public CountOutcome callOff(SheetId id, Touchpoint touchpoint) {
        return step(id, sheet -> {
            if (sheet.state() == State.POSTED || sheet.state() == State.CALLED_OFF) {
                return sheet.state() == State.CALLED_OFF ? new Done(sheet, true) : new NotInThisState(sheet);
            }
            table.end(id, State.CALLED_OFF, null, touchpoint.actor().toString());
            return done(CountChanged.CALLED_OFF, id, null, touchpoint);
        });
    }

    private CountOutcome step(SheetId id, Function<CountSheet, CountOutcome> step) {
        return table.lock(id).map(step).orElseGet(NoSuchSheet::new);
    }

    private CountOutcome done(String event, SheetId id, @Nullable String reason, Touchpoint touchpoint) {
        var now = table.find(id).orElseThrow();
        log.append(List.of(CountChanged.event(event, now, reason, touchpoint)));
        return new Done(now.shown(), false);
    }

    private static CountOutcome again(CountSheet known, NewSheet wish) {
        boolean same = known.location().equals(wish.location()) && has(known, wish.skus());
        return same ? new Done(known.shown(), true) : new KeyReused();
    }

    private static boolean has(CountSheet sheet, Set<Sku> skus) {
        return sheet.lines().stream().map(Line::sku).toList().containsAll(skus);
    }

    private static Counted counted(SheetId id, Line line) {
        var then = new Sighting(Objects.requireNonNull(line.expected()), Objects.requireNonNull(line.corrections()));
        return new Counted(
                "count:%s:%s".formatted(id, line.sku()), line.sku(), Objects.requireNonNull(line.counted()), then, "count " + id);
    }

    /** As soon as they are more than a sheet takes, no more are read. */
    private Set<Sku> allAt(LocationId location) {
        var skus = new TreeSet<Sku>();
        String after = "";
        while (after != null && skus.size() <= NewSheet.LINES_MAX) {
            var page = inventory.at(location, after, Page.SIZE_MAX);
            page.items().forEach(row -> skus.add(row.sku()));
            after = page.next();
        }
        return skus;
    }
}
