package io.stoa.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.StoaTest;
import io.stoa.payments.PaymentsLaboratory.Bench;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * Random histories of customers, staff, lost answers, late notices and dying callers, several threads at once. Afterwards
 * the provider's own books and ours agree to the cent. A failure prints the seed ({@code -Dstoa.payments.seed=N} repeats
 * it) and the fewest steps that still fail.
 */
@StoaTest
@Import(PaymentsLaboratory.class)
@TestPropertySource(properties = "stoa.payments.resolve-every=1h")
class PaymentHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("stoa.payments.histories", 25);
    private static final int SHRINKS_MAX = 200;

    @Autowired
    Bench bench;

    @Test
    void whateverHappensEachPaymentIsChargedOnceAndTheBooksAgree() {
        long seed = Long.getLong("stoa.payments.seed", System.nanoTime());
        for (int i = 0; i < HISTORIES; i++) {
            check(seed + i);
        }
    }

    private void check(long seed) {
        var history = PaymentHistory.random(seed);
        history.run(bench).ifPresent(failure -> {
            var least = shrink(history);
            throw new AssertionError("Seed %d: %s\n%s".formatted(seed, failure, least));
        });
    }

    /** Leaves out step after step as long as it still fails; a race gets three chances to fail. */
    private PaymentHistory shrink(PaymentHistory failing) {
        var steps = new ArrayList<>(failing.steps());
        for (int i = steps.size() - 1, tries = 0; i >= 0 && tries < SHRINKS_MAX; i--, tries++) {
            var without = new ArrayList<>(steps);
            without.remove(i);
            if (fails(failing.with(without))) {
                steps = without;
            }
        }
        return failing.with(steps);
    }

    private boolean fails(PaymentHistory history) {
        return run(history).or(() -> run(history)).or(() -> run(history)).isPresent();
    }

    private Optional<String> run(PaymentHistory history) {
        return history.run(bench);
    }

    @Test
    void oneSeedIsOneHistory() {
        assertThat(PaymentHistory.random(42)).isEqualTo(PaymentHistory.random(42));
    }
}
