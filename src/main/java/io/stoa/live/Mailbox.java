package io.stoa.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one client was not told yet. It follows a fixed set of topics and keeps each at most once, so it never holds more than
 * that, however slowly the client reads. Thread-safe.
 */
final class Mailbox {

    private final Set<String> topics;
    private final String owner;
    private final long start;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Set<String> news = new LinkedHashSet<>();
    private long position;
    private @Nullable Instant oldest;
    private boolean closed;

    /** {@code owner} is who follows; {@code start} the position of the log from which on everything is put in. */
    Mailbox(Set<String> topics, String owner, long start) {
        this.owner = owner;
        this.topics = Set.copyOf(topics);
        this.start = start;
    }

    long start() {
        return start;
    }

    String owner() {
        return owner;
    }

    Set<String> topics() {
        return topics;
    }

    /** Takes in that a topic changed at this position of the log, 0 for outside it. Topics not followed are left out. */
    void put(String topic, long at, @Nullable Instant when) {
        if (!topics.contains(topic)) {
            return;
        }
        lock.lock();
        try {
            news.add(topic);
            position = Math.max(position, at);
            if (oldest == null) {
                oldest = when;
            }
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Everything that came together meanwhile; waits for it, and answers nothing when it stays quiet that long. */
    Optional<Note> take(Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = patience.toNanos();
            while (news.isEmpty() && !closed && left > 0) {
                left = arrived.awaitNanos(left);
            }
            return news.isEmpty() || closed ? Optional.empty() : Optional.of(emptied());
        } finally {
            lock.unlock();
        }
    }

    /** Lets whoever waits go, and gives nothing away any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private Note emptied() {
        List<String> topicsNow = new ArrayList<>(news);
        var note = new Note(topicsNow, position, oldest);
        news.clear();
        oldest = null;
        return note;
    }
}
