package io.stoa.routing;

import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.events.Tail;
import io.stoa.shared.AfterCommit;
import io.stoa.shared.Expected;
import io.stoa.shared.Remembered;
import io.stoa.shared.Saved;
import io.stoa.shared.Touchpoint;
import io.stoa.shared.Versioned;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The routing plan of the house, and those that it had before. What is saved holds in every process within a second. Thread-safe. */
@Component
public class RoutingPlans {

    private static final String KEY = "routing-plan";

    private final PlanTable table;
    private final EventLog log;
    private final Clock clock;
    private final Remembered<Versioned<RoutingPlan>> now;

    RoutingPlans(PlanTable table, EventLog log, Tail tail, Clock clock) {
        this.table = table;
        this.log = log;
        this.clock = clock;
        this.now = new Remembered<>(this::newest);
        var _ = tail.follow(this::changed);
    }

    /** The plan of now and its version; {@link RoutingPlan#NONE} in version 0 before anybody made one. */
    public Versioned<RoutingPlan> plan() {
        return now.get();
    }

    /** Switches it on for every order from now on. The same as before changes nothing. */
    @Transactional
    public Saved save(RoutingPlan plan, Expected expected, Touchpoint touchpoint) {
        table.lock();
        var before = newest();
        if (!expected.holds(before.version())) {
            return new Saved.Stale();
        }
        if (plan.equals(before.value())) {
            return new Saved.Done(before.version(), false);
        }
        long version = before.version() + 1;
        table.add(version, plan, touchpoint.actor().toString(), clock.instant());
        log.append(NewEvent.of(PlanChanged.TYPE, KEY, version, touchpoint, new PlanChanged(version)));
        AfterCommit.run(now::forget);
        return new Saved.Done(version, false);
    }

    /** Newest first, the one of now among them. */
    public List<PastPlan> past(int limit) {
        return table.newestFirst(limit);
    }

    /** As it was saved; version 0 is what Stoa comes with. */
    public Optional<RoutingPlan> version(long version) {
        return version == 0 ? Optional.of(RoutingPlan.NONE) : table.version(version).map(PastPlan::plan);
    }

    private Versioned<RoutingPlan> newest() {
        return table.newestFirst(1).stream()
                .findFirst()
                .map(past -> new Versioned<>(past.plan(), past.version()))
                .orElse(new Versioned<>(RoutingPlan.NONE, 0));
    }

    private void changed(List<Event> events) {
        if (events.stream().anyMatch(event -> event.type().equals(PlanChanged.TYPE))) {
            now.forget();
        }
    }
}
