package io.stoa.shared;

import static org.springframework.transaction.support.TransactionSynchronizationManager.getCurrentTransactionIsolationLevel;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isActualTransactionActive;
import static org.springframework.transaction.support.TransactionSynchronizationManager.isCurrentTransactionReadOnly;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A small committed truth kept in memory: loaded on first use, and again after {@link #forget}. A load that was under way
 * while somebody said forget is never kept, and neither is one inside a transaction that writes, which may see what will
 * be rolled back. Thread-safe.
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
        if (seesOnlyWhatIsCommitted()) {
            kept = new Kept<>(value, before);
        }
        return value;
    }

    /** Outside a transaction, or in one that only reads and looks afresh with every statement. */
    static boolean seesOnlyWhatIsCommitted() {
        return !isActualTransactionActive()
                || (isCurrentTransactionReadOnly() && getCurrentTransactionIsolationLevel() == null);
    }
}
