package io.stoa.shared;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that takes a while to find out. Only who asks first waits for it; later it is found out anew beside those who ask,
 * at most so often, and more seldom where that takes long, so that looking never keeps the database busy.
 */
public final class Seldom<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Seldom.class);
    private static final int TIMES_AS_LONG = 20;

    private final Supplier<T> source;
    private final long every;
    private final Runnable anew;
    private long due;
    private boolean underway;
    private @Nullable T last;

    /** @param anew is called whenever there is something newer than what was answered */
    public Seldom(Supplier<T> source, Duration every, Runnable anew) {
        this.source = source;
        this.every = every.toNanos();
        this.anew = anew;
    }

    /** What was found out last; waits only where nothing was yet. */
    public synchronized T get() {
        var known = last;
        if (known == null) {
            return ask();
        }
        if (!underway && System.nanoTime() - due >= 0) {
            underway = true;
            Thread.ofVirtual().name("stoa-seldom").start(this::renew);
        }
        return known;
    }

    private void renew() {
        try {
            var _ = ask();
            anew.run();
        } catch (RuntimeException failure) {
            LOG.warn("What boards show could not be found out anew", failure);
        } finally {
            end();
        }
    }

    private T ask() {
        long began = System.nanoTime();
        var found = source.get();
        keep(found, System.nanoTime() - began);
        return found;
    }

    private synchronized void keep(T found, long took) {
        last = found;
        due = System.nanoTime() + Math.max(every, TIMES_AS_LONG * took);
    }

    private synchronized void end() {
        underway = false;
    }
}
