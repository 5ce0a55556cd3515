package io.stoa.parking;

import io.stoa.events.EventLog;
import io.stoa.parking.Parked.State;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts baskets aside and hands each back to one till only. What was thrown away can be put back for a minute. Thread-safe. */
@Component
public class Parking {

    /** The most baskets that a list shows. */
    public static final int LISTED = 100;

    private static final Duration UNDO = Duration.ofMinutes(1);

    private final ParkingTable table;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Parking(ParkingTable table, EventLog log, TransactionTemplate transaction, Ids ids, Clock clock) {
        this.table = table;
        this.log = log;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** Those that wait in a store, newest first. */
    public List<Parked> waiting(LocationId location) {
        return table.waiting(location, LISTED);
    }

    public int number(LocationId location) {
        return table.number(location);
    }

    /** Those that can still be put back, the last one first. */
    public List<Parked> discarded(LocationId location) {
        return table.discarded(location, clock.instant().minus(UNDO), LISTED);
    }

    /** Puts a basket aside; one that waits already stays as it is. */
    public void park(NewParked wish, Touchpoint touchpoint) {
        var now = clock.instant();
        var actor = touchpoint.actor().toString();
        var basket = new Parked(
                new ParkedId(ids.next()),
                wish.location(),
                Parked.name(wish.name()),
                wish.cart(),
                wish.pieces(),
                wish.home(),
                wish.customer(),
                State.PARKED,
                1,
                actor,
                now,
                actor,
                now);
        transaction.executeWithoutResult(status -> {
            if (table.insert(basket)) {
                log.append(ParkedChanged.event(ParkedChanged.PARKED, basket, touchpoint));
            }
        });
    }

    /** Takes it up again: of many tills that ask at once one gets it, and the others hear who has it. */
    public RecallOutcome recall(ParkedId id, LocationId location, Touchpoint touchpoint) {
        var won = moved(id, location, State.PARKED, State.RECALLED, ParkedChanged.RECALLED, touchpoint);
        return won.<RecallOutcome>map(RecallOutcome.Recalled::new)
                .or(() -> table.find(id, location).map(RecallOutcome.Gone::new))
                .orElseGet(RecallOutcome.NoSuchBasket::new);
    }

    /** Answers whether it was still there to be thrown away. */
    public boolean discard(ParkedId id, LocationId location, Touchpoint touchpoint) {
        return moved(id, location, State.PARKED, State.DISCARDED, ParkedChanged.DISCARDED, touchpoint).isPresent();
    }

    /** Puts back what was thrown away a moment ago. */
    public boolean restore(ParkedId id, LocationId location, Touchpoint touchpoint) {
        return discarded(location).stream().anyMatch(basket -> basket.id().equals(id))
                && moved(id, location, State.DISCARDED, State.PARKED, ParkedChanged.RESTORED, touchpoint).isPresent();
    }

    private Optional<Parked> moved(
            ParkedId id, LocationId location, State from, State to, String type, Touchpoint touchpoint) {
        return transaction.execute(status -> {
            var moved = table.move(id, location, from, to, touchpoint.actor().toString(), clock.instant());
            moved.ifPresent(basket -> log.append(ParkedChanged.event(type, basket, touchpoint)));
            return moved;
        });
    }
}
