package io.stoa.events;

import io.stoa.database.IndexPlans;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs every listener's reader while the application is up, and shows and mends where they stand. A reader runs at once when
 * the tail of the log shows an event of its types, and every {@link #POLL} in any case. Thread-safe.
 */
@Component
public class Cursors implements SmartLifecycle {

    /** The most events that a listener gets in one call. */
    public static final int BATCH_MAX = 500;

    /** How long an event that another process committed may stay unseen. */
    static final Duration POLL = Duration.ofMillis(200);

    /** The least time between two rounds of a reader that keeps up: under load it reads more at once, not more often. */
    private static final Duration PACE = Duration.ofMillis(50);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

    private static final Logger LOG = LoggerFactory.getLogger(Cursors.class);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    private final Map<String, Running> readers;
    private final CursorTable table;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    private record Running(Reader reader, Wakeup wakeup) {}

    Cursors(
            List<Listener> listeners,
            LogTable log,
            CursorTable table,
            Frontier frontier,
            Tail tail,
            TransactionTemplate transaction,
            IndexPlans indexPlans) {
        this.table = table;
        this.readers = listeners.stream()
                .collect(Collectors.toMap(
                        Listener::name,
                        listener -> new Running(
                                new Reader(listener, log, table, frontier, transaction, indexPlans), new Wakeup())));
        var _ = tail.follow(this::wake);
    }

    private void wake(List<Event> events) {
        for (var one : readers.values()) {
            if (events.stream().anyMatch(one.reader()::reads)) {
                one.wakeup().signal();
            }
        }
    }

    public List<CursorState> states() {
        return table.states();
    }

    /**
     * Waits until a cursor has read all that is in the log by now; false when that takes longer than the patience. Not within
     * a transaction: it would wait for what it keeps from being read.
     */
    public boolean catchUp(String cursor, Duration patience) {
        long head = table.head();
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (table.position(cursor) < head) {
                if (System.nanoTime() > end) {
                    return false;
                }
                Wakeup.pause(LOOK_AGAIN);
            }
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The keys given up on, newest first. */
    public List<Parked> parked(int limit) {
        return table.parked(limit);
    }

    /** Tries a parked key again; answers whether there was one. */
    public boolean retry(String cursor, String key) {
        boolean found = table.retry(cursor, key);
        var running = readers.get(cursor);
        if (running != null) {
            running.wakeup().signal();
        }
        return found;
    }

    /**
     * Empties a projection and reads the log again from its beginning, in the background.
     *
     * @throws IllegalArgumentException when no listener has that name
     * @throws UnsupportedOperationException when the listener is not a projection
     */
    public void rebuild(String cursor) {
        var reader = readers.get(cursor);
        if (reader == null) {
            throw new IllegalArgumentException("No listener is called " + cursor);
        }
        reader.reader().rebuild();
        reader.wakeup().signal();
    }

    @Override
    public void start() {
        running = true;
        readers.keySet().forEach(table::create);
        readers.forEach((name, reader) ->
                threads.add(Thread.ofVirtual().name("cursor-" + name).start(() -> run(name, reader))));
    }

    @Override
    public void stop() {
        running = false;
        readers.values().forEach(one -> one.wakeup().signal());
        threads.forEach(Wakeup::end);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run(String name, Running one) {
        while (running) {
            try {
                long seen = one.wakeup().count();
                long began = System.nanoTime();
                if (one.reader().round() == Reader.Round.IDLE) {
                    one.wakeup().await(seen, POLL);
                    Wakeup.pause(PACE.minusNanos(System.nanoTime() - began));
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException failure) {
                pauseAfter(name, failure);
            }
        }
    }

    private void pauseAfter(String name, RuntimeException failure) {
        if (running) {
            LOG.warn("{} could not read the log and tries again: {}", name, failure.toString());
            try {
                Wakeup.pause(PAUSE_AFTER_FAILURE);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
