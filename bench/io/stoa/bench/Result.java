package io.stoa.bench;

import java.util.Comparator;
import java.util.List;

/**
 * What was measured in so many seconds. Times of orders in milliseconds; CPU of the application, of PostgreSQL and of the
 * generator of the load (0 when that is the application) in milliseconds in all; commits, log bytes and syncs in all.
 */
record Result(
        double seconds,
        double placed,
        double busy,
        double refused,
        double failed,
        double p50,
        double p95,
        double p99,
        double applicationCpu,
        double databaseCpu,
        double generatorCpu,
        double commits,
        double logBytes,
        double syncs) {

    /** How many were turned away, and why. */
    record Refusals(long busy, long refused, long failed) {}

    static Result of(double seconds, Meter.Reading before, Meter.Reading after, long[] sorted, Refusals refusals) {
        return new Result(
                seconds,
                sorted.length,
                refusals.busy(),
                refusals.refused(),
                refusals.failed(),
                percentile(sorted, 0.50),
                percentile(sorted, 0.95),
                percentile(sorted, 0.99),
                after.applicationCpu() - before.applicationCpu(),
                after.databaseCpu() - before.databaseCpu(),
                after.generatorCpu() - before.generatorCpu(),
                after.commits() - before.commits(),
                after.logBytes() - before.logBytes(),
                after.syncs() - before.syncs());
    }

    private static double percentile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    double perSecond() {
        return placed / seconds;
    }

    /** Any of the sums, by order. */
    double each(double sum) {
        return placed == 0 ? 0 : sum / placed;
    }

    /** The one in the middle by speed; of an even number, the mean of the two in the middle. */
    static Result median(List<Result> rounds) {
        var sorted = rounds.stream()
                .sorted(Comparator.comparingDouble(Result::perSecond))
                .toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : mean(sorted.get(middle - 1), sorted.get(middle));
    }

    private static Result mean(Result a, Result b) {
        return new Result(
                (a.seconds + b.seconds) / 2,
                (a.placed + b.placed) / 2,
                (a.busy + b.busy) / 2,
                (a.refused + b.refused) / 2,
                (a.failed + b.failed) / 2,
                (a.p50 + b.p50) / 2,
                (a.p95 + b.p95) / 2,
                (a.p99 + b.p99) / 2,
                (a.applicationCpu + b.applicationCpu) / 2,
                (a.databaseCpu + b.databaseCpu) / 2,
                (a.generatorCpu + b.generatorCpu) / 2,
                (a.commits + b.commits) / 2,
                (a.logBytes + b.logBytes) / 2,
                (a.syncs + b.syncs) / 2);
    }
}
