package io.stoa.shared;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A small committed truth kept in memory: loaded on first use, and again after {@link #forget}. A load that was under way
 * while somebody said forget is never kept, and neither is one inside a transaction, which may see what will be rolled
 * back. Thread-safe.
 */
public final class Remembered<T> {

    private final Supplier<T> load;
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Kept<T> kept;

    private record Kept<T>(T value, long changes) {}

    public Remembered(Supplier<T> load) {
        this.load = load;
    }

    public T get() {
        var now = kept;
        return now != null && now.changes() == changes.get() ? now.value() : reload();
    }

    public void forget() {
        changes.incrementAndGet();
    }

    private T reload() {
        long before = changes.get();
        T value = load.get();
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            kept = new Kept<>(value, before);
        }
        return value;
    }
}
