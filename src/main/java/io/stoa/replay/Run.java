package io.stoa.replay;

import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.Tail;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the replay: takes stock, and then buys order after order, around and around.
 * When most buyers are turned away, goods are delivered.
 */
final class Run {

    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final int BUYERS_MAX = 32;
    private static final int LAST_BUYERS = 40;
    private static final long RESTOCK_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Pace pace;
    private final Tail tail;
    private final Ledger ledger;
    private final Client client;
    private final Buyer buyer;
    private final Warehouse warehouse;
    private final StoreHands hands;
    private final Semaphore buyers = new Semaphore(BUYERS_MAX);
    private final AtomicInteger luck = new AtomicInteger(LAST_BUYERS);
    private final List<Thread> threads = new ArrayList<>();
    private Tail.@Nullable Subscription subscription;
    private volatile boolean ready;
    private long restockedAt = System.nanoTime();

    Run(URI shop, Pace pace, Tail tail, EventLog log) {
        var name = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        this.pace = pace;
        this.tail = tail;
        this.ledger = new Ledger(
                () -> log.latest(1).stream().mapToLong(Event::seq).findFirst().orElse(0), System::nanoTime);
        this.client = new Client(shop);
        this.buyer = new Buyer(client, ledger, name);
        this.warehouse = new Warehouse(client, ledger, name);
        this.hands = new StoreHands(client, ledger::knows, StoreHands.SOME_REJECTED);
    }

    Ledger ledger() {
        return ledger;
    }

    Standing standing(int speed) {
        return new Standing(
                speed,
                ready,
                buyer.placed(),
                buyer.refused(),
                buyer.declined(),
                buyer.cancelled(),
                hands.rejected(),
                warehouse.restocked(),
                client.busy(),
                ledger.totalPutIn(),
                ledger.totalPromised(),
                ledger.totalGivenBack(),
                ledger.twice(),
                ledger.oversold());
    }

    void start() {
        run("replay", this::replay);
    }

    void stop() {
        if (subscription != null) {
            subscription.close();
        }
        synchronized (threads) {
            threads.forEach(Thread::interrupt);
        }
    }

    private void replay() throws InterruptedException {
        subscription = tail.follow(new GiveBacks(ledger, client)::see);
        warehouse.takeStock();
        var pickups = warehouse.pickups();
        var past = PastOrders.read();
        ready = true;
        run("replay-stores", () -> hands.work(pickups));
        for (long turn = 0; !past.isEmpty() && !Thread.currentThread().isInterrupted(); turn++) {
            pace.await();
            buyers.acquire();
            buy(Errand.of(past.get((int) (turn % past.size())), pickups), turn);
            restockWhenShort();
        }
    }

    private void buy(Errand errand, long turn) {
        Thread.ofVirtual().start(() -> {
            try {
                feel(buyer.run(errand, turn));
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } finally {
                buyers.release();
            }
        });
    }

    /** A smoothed count of the last buyers who got what they wanted. */
    private void feel(boolean bought) {
        luck.updateAndGet(last -> bought ? Math.min(LAST_BUYERS, last + 1) : Math.max(0, last - 1));
    }

    private void restockWhenShort() throws InterruptedException {
        if (luck.get() < LAST_BUYERS / 2 && System.nanoTime() - restockedAt > RESTOCK_PAUSE_NANOS) {
            restockedAt = System.nanoTime();
            warehouse.restock();
            luck.set(LAST_BUYERS);
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void run(String name, Work work) {
        var thread = Thread.ofVirtual().name(name).unstarted(() -> {
            try {
                work.run();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException failure) {
                LOG.warn("{} ends", name, failure);
            }
        });
        synchronized (threads) {
            threads.add(thread);
        }
        thread.start();
    }
}
