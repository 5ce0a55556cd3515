package io.stoa.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A closed loop: so many buyers at once, each buying again as soon as the answer is there. */
final class Load {

    private static final int FAILURES_MAX = 1000;
    private static final long PAUSE_WHEN_BUSY_MILLIS = 50;

    /** What a buyer heard. */
    enum Answer {
        PLACED,
        /** Come back later: HTTP 503. */
        BUSY,
        REFUSED
    }

    /** One who buys; used by one thread. */
    interface Buyer extends AutoCloseable {
        Answer buy() throws Exception;

        @Override
        default void close() throws SQLException {}
    }

    /** Where buyers come from. */
    interface Market {
        Buyer buyer(int number) throws Exception;
    }

    private final Market market;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile long begin = Long.MAX_VALUE;
    private volatile boolean over;

    private Load(Market market) {
        this.market = market;
    }

    /** Warms up, then measures. An answer counts when it came within the measured time. */
    static Result run(int buyers, double warmUp, double seconds, Meter meter, Market market) throws Exception {
        return new Load(market).run(buyers, warmUp, seconds, meter);
    }

    private Result run(int buyers, double warmUp, double seconds, Meter meter) throws Exception {
        var loops = new ArrayList<Loop>();
        var threads = new ArrayList<Thread>();
        for (int number = 0; number < buyers; number++) {
            var loop = new Loop(number);
            loops.add(loop);
            threads.add(Thread.ofVirtual().name("buyer-" + number).start(loop));
        }
        pause(warmUp);
        var before = meter.read();
        begin = System.nanoTime();
        pause(seconds);
        long end = System.nanoTime();
        over = true;
        var after = meter.read();
        for (var thread : threads) {
            thread.join();
        }
        var first = failure.get();
        if (first != null && loops.stream().allMatch(loop -> loop.count == 0)) {
            throw first;
        }
        return Result.of((end - begin) / 1e9, before, after, sorted(loops), sum(loops));
    }

    private static void pause(double seconds) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep((long) (seconds * 1e9));
    }

    private static long[] sorted(List<Loop> loops) {
        var all = loops.stream()
                .flatMapToLong(loop -> Arrays.stream(loop.taken, 0, loop.count))
                .toArray();
        Arrays.sort(all);
        return all;
    }

    private static Result.Refusals sum(List<Loop> loops) {
        return new Result.Refusals(
                loops.stream().mapToLong(loop -> loop.busy).sum(),
                loops.stream().mapToLong(loop -> loop.refused).sum(),
                loops.stream().mapToLong(loop -> loop.failed).sum());
    }

    private final class Loop implements Runnable {
        private final int number;
        private long[] taken = new long[4096];
        private int count;
        private long busy;
        private long refused;
        private long failed;

        Loop(int number) {
            this.number = number;
        }

        @Override
        public void run() {
            try (var buyer = market.buyer(number)) {
                while (!over && failed < FAILURES_MAX) {
                    buy(buyer);
                }
            } catch (Exception noBuyer) {
                failure.compareAndSet(null, noBuyer);
            }
        }

        private void buy(Buyer buyer) throws InterruptedException {
            long start = System.nanoTime();
            try {
                var answer = buyer.buy();
                if (!over && System.nanoTime() >= begin) {
                    note(answer, System.nanoTime() - start);
                }
                if (answer == Answer.BUSY) {
                    TimeUnit.MILLISECONDS.sleep(PAUSE_WHEN_BUSY_MILLIS);
                }
            } catch (InterruptedException stop) {
                throw stop;
            } catch (Exception broken) {
                failure.compareAndSet(null, broken);
                failed++;
            }
        }

        private void note(Answer answer, long nanos) {
            switch (answer) {
                case BUSY -> busy++;
                case REFUSED -> refused++;
                case PLACED -> {
                    if (count == taken.length) {
                        taken = Arrays.copyOf(taken, 2 * count);
                    }
                    taken[count++] = nanos;
                }
            }
        }
    }
}
