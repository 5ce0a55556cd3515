package io.stoa.office;

import io.stoa.inventory.Inventory;
import io.stoa.inventory.LocationTotal;
import io.stoa.inventory.Reconciliation;
import io.stoa.shared.LocationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stock by place and the reconciler's word, asked for at most every few seconds however many boards look. Remembers the most
 * that each place had, so that a board can show how full it is.
 */
@Component
class Shelves {

    private static final Duration TOTALS_EVERY = Duration.ofSeconds(2);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(15);

    private final Seldom<List<LocationTotal>> totals;
    private final Seldom<Checked> checks;
    private final Map<LocationId, Long> most = new ConcurrentHashMap<>();

    Shelves(Inventory inventory, Clock clock) {
        this.totals = new Seldom<>(inventory::totals, TOTALS_EVERY, clock);
        this.checks = new Seldom<>(() -> new Checked(inventory.reconcile(), clock.instant()), CHECK_EVERY, clock);
    }

    /** What the reconciler said, and when. */
    record Checked(Reconciliation result, Instant at) {}

    List<LocationTotal> totals() {
        var now = totals.get();
        now.forEach(place -> most.merge(place.location(), place.available(), Math::max));
        return now;
    }

    /** What can be promised now, as a share of the most that could be since this process started. */
    double fill(LocationTotal place) {
        long full = most.getOrDefault(place.location(), 0L);
        return full == 0 ? 0 : (double) place.available() / full;
    }

    Checked checked() {
        return checks.get();
    }

    private static final class Seldom<T> {
        private final Supplier<T> source;
        private final Duration every;
        private final Clock clock;
        private Instant asked = Instant.EPOCH;
        private @Nullable T last;

        Seldom(Supplier<T> source, Duration every, Clock clock) {
            this.source = source;
            this.every = every;
            this.clock = clock;
        }

        synchronized T get() {
            var now = clock.instant();
            var known = last;
            if (known == null || asked.plus(every).isBefore(now)) {
                known = source.get();
                last = known;
                asked = now;
            }
            return known;
        }
    }
}
