package io.stoa.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Sweeper;
import io.stoa.inventory.Transfers;
import io.stoa.orders.Orders;
import io.stoa.payments.Payments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Random histories of customers, stores and card providers, several at once, on few pieces: orders that are paid, declined,
 * lost, cancelled, routed again, handed over and left to expire while goods come in, move between stores, are counted and break. A failure prints
 * the seed ({@code -Dstoa.seed=N} repeats it, {@code -Dstoa.histories=N} runs more) and the fewest steps that still fail.
 */
@StoaTest
@TestPropertySource(properties = "stoa.orders.hold-for=PT0.8S")
class InventoryHistoryTest {

    private static final int HISTORIES = Integer.getInteger("stoa.histories", 6);
    private static final int SHRINKS_MAX = 60;
    private static final Duration SHRINKING = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    Inventory inventory;

    @Autowired
    Transfers transfers;

    @Autowired
    Sweeper sweeper;

    @Autowired
    Payments payments;

    @Autowired
    JdbcClient database;

    @Test
    void whateverHappensNothingIsPromisedTwiceAndEachOrderIsPaidOnce() {
        long seed = Long.getLong("stoa.seed", System.nanoTime() % 1_000_000_000);
        for (int i = 0; i < HISTORIES; i++) {
            check(seed + i);
        }
    }

    @Test
    void oneSeedIsOneHistory() {
        assertThat(InventoryHistory.random(42)).isEqualTo(InventoryHistory.random(42));
    }

    private void check(long seed) {
        var history = InventoryHistory.random(seed);
        var wrongs = run(history);
        if (!wrongs.isEmpty()) {
            System.err.printf("Seed %d: %s%nLooking for the fewest steps ...%n", seed, wrongs);
            var least = shrink(history);
            throw new AssertionError("Seed %d: %s%nFewest steps: %s".formatted(seed, wrongs, least));
        }
    }

    private List<String> run(InventoryHistory history) {
        var run = new HistoryRun(this, history);
        run.all();
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> HistoryVerdict.isSettled(this, run));
        } catch (ConditionTimeoutException late) {
            run.surprises.add("not settled in time");
        }
        return HistoryVerdict.of(this, run);
    }

    /** Leaves out step after step as long as it still fails; a race gets two chances to fail. */
    private InventoryHistory shrink(InventoryHistory failing) {
        var steps = new ArrayList<>(failing.steps());
        long end = System.nanoTime() + SHRINKING.toNanos();
        for (int i = steps.size() - 1, tries = 0; i >= 0 && tries < SHRINKS_MAX && System.nanoTime() < end; i--, tries++) {
            var without = new ArrayList<>(steps);
            without.remove(i);
            var smaller = failing.with(without);
            if (fails(smaller)) {
                steps = without;
            }
        }
        return failing.with(steps);
    }

    private boolean fails(InventoryHistory history) {
        var first = run(history);
        return !first.isEmpty() || !run(history).isEmpty();
    }
}
