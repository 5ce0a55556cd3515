package io.stoa.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.bench.Control;
import io.stoa.bench.CrashRun;
import io.stoa.bench.DurableCommits;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes under load, killed as {@code kill -9} does. Buyers keep what they were told; nothing of it may be missing
 * or there twice. {@code ./stoa bench crash} does the same for longer. A failure prints its seed; {@code -Dstoa.seed=N}
 * kills the same things after the same waits.
 */
class CrashTest {

    private static final int KILLS = 4;
    private static final int COMMITS = 40;

    private final long seed = Long.getLong("stoa.seed", System.nanoTime() % 1_000_000);

    @TempDir
    Path home;

    @Test
    void whatWasAcknowledgedIsThereOnceWhateverIsKilled() throws Exception {
        try (var run = CrashRun.open(home, seed, true)) {
            var commits = DurableCommits.observe(run.shop(), run.receipts(), COMMITS);
            assertThat(commits.settings()).allSatisfy((name, value) -> assertThat(value).as(name).isEqualTo("on"));
            assertThat(commits.syncs()).as("syncs of the log for %d orders", COMMITS).isGreaterThanOrEqualTo(COMMITS);
            run.letIn();
            var log = run.kill(KILLS);
            var verdict = run.verdict();
            assertThat(verdict.wrongs()).as("seed %d: %s", seed, log).isEmpty();
            assertThat(verdict.acknowledged()).isGreaterThan(KILLS * 10L);
            assertThat(verdict.compared()).isGreaterThanOrEqualTo(40);
            assertThat(verdict.payments()).isPositive();
            assertThat(verdict.charges()).isPositive();
            assertThat(verdict.effects()).isGreaterThanOrEqualTo(verdict.acknowledged());
        }
    }

    /** The control: if this one were not caught, the test above would prove nothing. */
    @Test
    void aShopThatDoesNotWaitForTheDiskLosesOrdersAndIsCaught() throws Exception {
        assertThat(Control.run(home, seed).wrongs()).as("seed %d", seed).anyMatch(wrong -> wrong.startsWith("lost: "));
    }
}
