package io.stoa.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.inventory.Admission.Held;
import io.stoa.inventory.MovementTable.Effect;
import io.stoa.inventory.StockTable.Place;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stock by SKU and location. Promises are made for opaque owners in two steps: held until a time, then allocated, sold,
 * released or expired. Methods that end in {@code All} serve a whole batch with a few statements and need the caller's
 * transaction. Thread-safe.
 */
@Component
public class Inventory {

    private static final int DIFFERENCES_MAX = 100;

    /** More pieces would leave than are on hand. */
    public static final class NotOnHand extends IllegalArgumentException {
        NotOnHand(String sentence) {
            super(sentence);
        }
    }

    /** What the books said of a row when somebody looked: pieces on hand, and how often counts had corrected it by then. */
    public record Sighting(int onHand, int corrections) {}

    /** So many pieces were there when the books said what the sighting says. */
    public record Counted(String id, Sku sku, int pieces, Sighting then, String reason) {

        int difference() {
            return pieces - then.onHand();
        }
    }

    private final StockTable stock;
    private final HoldTable holds;
    private final MovementTable movements;
    private final Selling selling;
    private final EventLog log;

    Inventory(StockTable stock, HoldTable holds, MovementTable movements, Selling selling, EventLog log) {
        this.stock = stock;
        this.holds = holds;
        this.movements = movements;
        this.selling = selling;
        this.log = log;
    }

    // --- Reading

    /** The counters of these SKUs at every location that has a row, by SKU. One query. */
    public Map<Sku, List<Availability>> availability(Collection<Sku> skus) {
        return stock.ofSkus(skus).stream().collect(groupingBy(Availability::sku));
    }

    /** The counters at one location in the order of SKUs, after a SKU. */
    public Page<Availability> at(LocationId location, String after, int size) {
        int limit = Page.clamp(size);
        return Page.of(
                stock.atLocation(location, after, limit + 1),
                limit,
                row -> row.sku().value());
    }

    /** Sums over all SKUs, by location. */
    public List<LocationTotal> totals() {
        return stock.totals();
    }

    /** Rows promised beyond what is there, for somebody to resolve. */
    public List<Availability> overcommitted(int limit) {
        return stock.overcommitted(limit);
    }

    /** The newest movements of one row. */
    public List<PastMovement> movements(Sku sku, LocationId location, int limit) {
        return movements.of(sku, location, limit);
    }

    /** What is still promised to an owner. */
    public List<Demand> promisedTo(long owner) {
        return holds.of(owner);
    }

    // --- Promising

    /**
     * Holds what each request asks for, all of it or nothing, first come first served within the batch. Answers one
     * admission per request, in order.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Admission> holdAll(List<HoldRequest> requests) {
        var demand = Promises.sum(requests);
        if (demand.isEmpty()) {
            return Collections.nCopies(requests.size(), new Held());
        }
        var taken = stock.takeIfAllFit(demand);
        if (taken.fits()) {
            record(taken.rows(), requests, requests);
            return Collections.nCopies(requests.size(), new Held());
        }
        return holdWhatFits(requests, taken.rows());
    }

    private List<Admission> holdWhatFits(List<HoldRequest> requests, List<Availability> locked) {
        var promises = new Promises(locked);
        var admissions = promises.admit(requests);
        var admitted = Promises.admitted(requests, admissions);
        if (!admitted.isEmpty()) {
            record(stock.take(promises.taken()), admitted, requests);
        }
        return admissions;
    }

    private void record(List<Availability> changed, List<HoldRequest> admitted, List<HoldRequest> requests) {
        holds.insert(admitted);
        tell(changed, requests.getFirst().touchpoint());
    }

    /**
     * Makes the holds of these owners final. Answers the owners that still held everything; the others' time was over, and
     * nothing of theirs is changed.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> allocateAll(Collection<Long> owners, Touchpoint touchpoint) {
        var moved = holds.move(owners, "HELD", "ALLOCATED");
        tell(stock.allocateHeld(Promises.sums(moved)), touchpoint);
        return moved.stream().map(HoldTable.Row::owner).collect(toSet());
    }

    /** Promises an owner that has holds already these pieces too, final at once, all or nothing; answers whether it could. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean allocateMore(long owner, List<Demand> demands, Touchpoint touchpoint) {
        var wanted = Promises.sum(List.of(new HoldRequest(owner, demands, Instant.MAX, touchpoint)));
        if (!stock.takeIfAllFit(wanted).fits()) {
            return false;
        }
        holds.addAllocated(owner, demands);
        tell(stock.allocateHeld(wanted), touchpoint);
        return true;
    }

    /** Gives back whatever the owners still hold or have allocated; answers the owners that had something. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Long> releaseAll(Collection<Long> owners, Touchpoint touchpoint) {
        var held = holds.move(owners, "HELD", "RELEASED");
        var allocated = holds.move(owners, "ALLOCATED", "RELEASED");
        tell(stock.giveBackHeld(Promises.sums(held)), touchpoint);
        tell(stock.giveBackAllocated(Promises.sums(allocated)), touchpoint);
        var had = held.stream().map(HoldTable.Row::owner).collect(toSet());
        allocated.forEach(row -> had.add(row.owner()));
        return had;
    }

    /**
     * Locks the rows of these demands, in the one order in which everybody locks them. Call it before a change that gives back
     * at one place and takes at another, so that two such changes never wait for each other.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<Demand> demands) {
        var ignored = stock.lockRows(
                demands.stream().map(d -> new Place(d.sku(), d.location())).toList());
    }

    /** Gives back some allocated pieces of one owner. Answers whether all of them were allocated to it; if not, nothing is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean release(long owner, List<Demand> demands, Touchpoint touchpoint) {
        var lowered = holds.lower(owner, demands, "RELEASED");
        if (lowered.size() != demands.size()) {
            return false;
        }
        tell(stock.giveBackAllocated(Promises.sums(lowered)), touchpoint);
        return true;
    }

    /**
     * The pieces leave the location with the customer: allocated becomes sold, all of them or none. The id names this
     * hand-over, and repeating it changes nothing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public SaleOutcome sell(String id, long owner, List<Demand> demands, Touchpoint touchpoint) {
        return selling.sell(id, owner, demands, touchpoint);
    }

    /** Whether a hand-over with this id has taken place: repeating it would change nothing. */
    public boolean isSold(String id, List<Demand> demands) {
        return selling.isKnown(id, demands);
    }

    /** Everything that is allocated to these owners leaves with the customers, on the spot. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sellAll(Collection<Long> owners, Touchpoint touchpoint) {
        selling.sellAll(owners, touchpoint);
    }

    // --- Moving

    /**
     * Records movements and changes the counters by them, in one transaction. A movement whose id is known is left out, so
     * that repeating is safe. Answers how many were new.
     *
     * @throws NotOnHand when more pieces would leave than are on hand; nothing is recorded then
     */
    @Transactional
    public int move(List<Movement> all, Touchpoint touchpoint) {
        var places = all.stream().map(m -> new Place(m.sku(), m.location())).toList();
        stock.ensure(places);
        var rows = stock.lockRows(places);
        var known = movements.known(all.stream().map(Movement::id).toList());
        var effects =
                Effects.of(all.stream().filter(m -> !known.contains(m.id())).toList(), rows);
        if (!effects.isEmpty()) {
            record(effects, touchpoint);
        }
        return effects.size();
    }

    /** Writes effects on rows that are locked. */
    void record(List<Effect> effects, Touchpoint touchpoint) {
        movements.insert(effects);
        tell(movements.apply(effects), touchpoint);
    }

    /** Keeps so many pieces out of what may be promised. */
    @Transactional
    public void setSafety(Sku sku, LocationId location, int pieces, Touchpoint touchpoint) {
        if (pieces < 0) {
            throw new IllegalArgumentException("Safety stock is 0 or more");
        }
        var place = new Place(sku, location);
        stock.ensure(List.of(place));
        stock.setSafety(place, pieces);
        tell(stock.lockRows(List.of(place)), touchpoint);
    }

    // --- Counting

    /**
     * What the books say of a row at this moment, which is a place in the order of its changes: the row stays locked until the
     * caller's transaction ends, so each change of it is wholly before or wholly after, whatever clocks say.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Sighting look(Sku sku, LocationId location) {
        var place = new Place(sku, location);
        stock.ensure(List.of(place));
        var row = stock.lockRows(List.of(place)).getFirst();
        return new Sighting(row.onHand(), movements.corrections(List.of(place)).getOrDefault(place, 0));
    }

    /**
     * Adds what each count found more or less than the books said then, all of it or nothing: what was sold or came in meanwhile
     * stays as it is. Answers what has to be counted again, because a count corrected it meanwhile or because more was sold since
     * than was found; empty when all is corrected.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<Sku> correct(LocationId location, List<Counted> counts, Touchpoint touchpoint) {
        var places = counts.stream().map(count -> new Place(count.sku(), location)).toList();
        var onHand = stock.lockRows(places).stream().collect(toMap(Availability::sku, Availability::onHand));
        var corrections = movements.corrections(places);
        var again = counts.stream()
                .filter(count -> corrections.getOrDefault(new Place(count.sku(), location), 0) != count.then().corrections()
                        || onHand.getOrDefault(count.sku(), 0) + count.difference() < 0)
                .map(Counted::sku)
                .collect(toCollection(TreeSet::new));
        if (again.isEmpty()) {
            record(counts.stream().map(count -> correction(count, location)).toList(), touchpoint);
        }
        return again;
    }

    private static Effect correction(Counted count, LocationId location) {
        var movement =
                new Movement(count.id(), count.sku(), location, MovementKind.COUNTED, count.pieces(), count.reason());
        return new Effect(movement, count.difference(), 0, 0);
    }

    // --- Checking

    /** Compares every counter with its movements and holds. */
    @Transactional(readOnly = true)
    public Reconciliation reconcile() {
        return new Reconciliation(movements.stockRows(), movements.differences(DIFFERENCES_MAX));
    }

    void expired(Collection<Long> owners) {
        var moved = holds.move(owners, "HELD", "EXPIRED");
        tell(stock.giveBackHeld(Promises.sums(moved)), Touchpoint.SYSTEM);
        log.append(moved.stream()
                .map(HoldTable.Row::owner)
                .distinct()
                .map(owner ->
                        NewEvent.of(HoldExpired.TYPE, "hold:" + owner, 1, Touchpoint.SYSTEM, new HoldExpired(owner)))
                .toList());
    }

    private void tell(List<Availability> changed, Touchpoint touchpoint) {
        log.append(StockChanged.events(changed, touchpoint));
    }
}
