package io.stoa.office;

import io.stoa.inventory.Inventory;
import io.stoa.inventory.LocationTotal;
import io.stoa.inventory.Reconciliation;
import io.stoa.shared.LocationId;
import io.stoa.shared.Seldom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Stock by place and the reconciler's word, asked for at most every few seconds however many boards look, and beside them, so that
 * no page waits for it but the first. Remembers the most that each place had, so that a board can show how full it is.
 */
@Component
class Shelves {

    private static final Duration TOTALS_EVERY = Duration.ofSeconds(2);
    private static final Duration CHECK_EVERY = Duration.ofSeconds(15);

    private final Seldom<List<LocationTotal>> totals;
    private final Seldom<Checked> checks;
    private final Map<LocationId, Long> most = new ConcurrentHashMap<>();

    Shelves(Inventory inventory, Pulse pulse, Clock clock) {
        this.totals = new Seldom<>(inventory::totals, TOTALS_EVERY, pulse::nudge);
        this.checks =
                new Seldom<>(() -> new Checked(inventory.reconcile(), clock.instant()), CHECK_EVERY, pulse::nudge);
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
}
