package io.stoa.events;

import io.stoa.database.IndexPlans;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Shows the log live: every event of every process, in order, soon after its commit. Nothing is stored; who follows from
 * now on sees what comes from now on. For open pages and for caches. Thread-safe.
 */
@Component
public class Tail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int BATCH_MAX = 1_000;

    /** The least time between two looks at the log: under load each shows more. */
    private static final Duration PACE = Duration.ofMillis(10);

    private final LogTable log;
    private final Frontier frontier;
    private final Wakeup wakeup;
    private final IndexPlans indexPlans;
    private final TransactionTemplate reading;
    private final List<Consumer<List<Event>>> followers = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private volatile long seen = -1;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    private record News(long settled, List<Event> events) {}

    /** Ends the following when closed. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    Tail(LogTable log, Frontier frontier, Wakeup wakeup, IndexPlans indexPlans, PlatformTransactionManager transactions) {
        this.log = log;
        this.frontier = frontier;
        this.wakeup = wakeup;
        this.indexPlans = indexPlans;
        this.reading = new TransactionTemplate(transactions);
    }

    /**
     * Calls the follower with each batch, on one thread, which it must not keep: slow work belongs elsewhere. What it
     * throws is logged and goes no further.
     */
    public Subscription follow(Consumer<List<Event>> follower) {
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /** The number of the last event shown; pages send it back to resume. */
    public long position() {
        return Math.max(seen, 0);
    }

    /** Events that were shown after {@code position}, at most {@code limit}, for whoever was away for a moment. */
    public List<Event> since(long position, int limit) {
        return log.range(position, position(), limit);
    }

    @Override
    public void start() {
        running = true;
        seen = frontier.advance();
        thread = Thread.ofVirtual().name("tail").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        wakeup.signal();
        Wakeup.end(thread);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                long signals = wakeup.count();
                long began = System.nanoTime();
                if (step()) {
                    Wakeup.pause(PACE.minusNanos(System.nanoTime() - began));
                } else {
                    wakeup.await(signals, Cursors.POLL);
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                pauseAfter(failure);
            }
        }
    }

    private boolean step() {
        var news = reading.execute(status -> news());
        if (news.settled() <= seen) {
            return false;
        }
        var events = news.events();
        seen = events.size() < BATCH_MAX ? news.settled() : events.getLast().seq();
        followers.forEach(follower -> show(follower, events));
        return true;
    }

    private News news() {
        indexPlans.require();
        long settled = frontier.advance();
        return new News(settled, settled <= seen ? List.of() : log.range(seen, settled, BATCH_MAX));
    }

    private static void show(Consumer<List<Event>> follower, List<Event> events) {
        try {
            follower.accept(events);
        } catch (RuntimeException failure) {
            LOG.warn("A follower of the log failed", failure);
        }
    }

    private void pauseAfter(RuntimeException failure) {
        if (running) {
            LOG.warn("The tail of the log could not be read and is tried again: {}", failure.toString());
            try {
                Wakeup.pause(Cursors.POLL);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
