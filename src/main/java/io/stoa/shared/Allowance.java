package io.stoa.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** How often something may be done under one name in a while, counted by this process from the first time on. Thread-safe. */
public final class Allowance {

    private static final int NAMES_MAX = 100_000;

    private final int most;
    private final Cache<String, AtomicInteger> taken;

    public Allowance(int most, Duration duration) {
        this.most = most;
        this.taken = Caffeine.newBuilder().maximumSize(NAMES_MAX).expireAfterWrite(duration).build();
    }

    /** Counts once more; false when that is too often. */
    public boolean take(String name) {
        return taken.get(name, unseen -> new AtomicInteger()).incrementAndGet() <= most;
    }
}
