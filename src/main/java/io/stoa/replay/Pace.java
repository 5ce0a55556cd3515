package io.stoa.replay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Says when the next order is due. A change of speed counts at once, and what a slow shop missed is not caught up. */
final class Pace {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int perSecond;
    private long last = System.nanoTime();

    Pace(int perSecond) {
        this.perSecond = perSecond;
    }

    void set(int ordersPerSecond) {
        lock.lock();
        try {
            perSecond = ordersPerSecond;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int perSecond() {
        lock.lock();
        try {
            return perSecond;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the next order is due; as long as the speed is 0, that is never. */
    void await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = left();
            while (left > 0) {
                var _ = changed.awaitNanos(left);
                left = left();
            }
            last = Math.max(System.nanoTime() - TimeUnit.SECONDS.toNanos(1), last + step());
        } finally {
            lock.unlock();
        }
    }

    private long left() {
        return perSecond == 0 ? TimeUnit.MINUTES.toNanos(1) : last + step() - System.nanoTime();
    }

    private long step() {
        return TimeUnit.SECONDS.toNanos(1) / Math.max(1, perSecond);
    }
}
