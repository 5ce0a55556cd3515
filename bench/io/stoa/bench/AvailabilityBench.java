package io.stoa.bench;

final class AvailabilityBench {
    private AvailabilityBench() {}
    static int run(BenchOptions options) { return 2; }
}
