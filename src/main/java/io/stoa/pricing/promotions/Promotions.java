package io.stoa.pricing.promotions;

import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.events.Tail;
import io.stoa.pricing.PriceRequest;
import io.stoa.shared.AfterCommit;
import io.stoa.shared.Expected;
import io.stoa.shared.Remembered;
import io.stoa.shared.Saved;
import io.stoa.shared.Touchpoint;
import io.stoa.shared.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The promotions of the house. They are few and answered from memory; what is saved holds at every door within a second. Orders keep what
 * was taken off them. Thread-safe.
 */
@Component
public class Promotions {

    private final PromotionTable table;
    private final EventLog log;
    private final Clock clock;
    private final Remembered<List<Versioned<Promotion>>> all;

    Promotions(PromotionTable table, EventLog log, Tail tail, ObjectProvider<Clock> clock) {
        this.table = table;
        this.log = log;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
        this.all = new Remembered<>(table::all);
        var _ = tail.follow(this::changed);
    }

    /** By id, those that do not hold now too. */
    public List<Versioned<Promotion>> all() {
        return all.get();
    }

    /** Those that hold now and are about something of what is asked, in their turn. */
    public List<Promotion> about(PriceRequest request) {
        var now = clock.instant();
        return all().stream()
                .map(Versioned::value)
                .filter(promotion -> promotion.holds(request, now))
                .filter(promotion -> request.lines().stream().anyMatch(promotion::isAbout))
                .sorted(Promotion.IN_TURN)
                .toList();
    }

    /** As it is now, from the database. */
    public Optional<Versioned<Promotion>> find(PromotionId id) {
        return table.find(id);
    }

    /** Makes or changes one, if what is there is what was expected; the same again changes nothing. */
    @Transactional
    public Saved save(Promotion promotion, Expected expected, Touchpoint touchpoint) {
        table.lock();
        var there = table.find(promotion.id());
        if (!expected.holds(there.map(Versioned::version).orElse(null))) {
            return new Saved.Stale();
        }
        if (there.map(Versioned::value).filter(promotion::equals).isPresent()) {
            return new Saved.Done(there.get().version(), false);
        }
        long version = table.save(promotion);
        log.append(NewEvent.of(PromotionChanged.TYPE, PromotionChanged.KEY, version, touchpoint, new PromotionChanged(promotion)));
        AfterCommit.run(all::forget);
        return new Saved.Done(version, there.isEmpty());
    }

    private void changed(List<Event> events) {
        if (events.stream().anyMatch(event -> event.type().equals(PromotionChanged.TYPE))) {
            all.forget();
        }
    }
}
