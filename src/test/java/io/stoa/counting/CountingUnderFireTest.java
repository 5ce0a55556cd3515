package io.stoa.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.counting.CountOutcome.Done;
import io.stoa.inventory.Inventory;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.shared.Expected;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Counts are entered and posted while a store sells as its tills do; the shelves are kept beside the books by the test. */
@StoaTest
class CountingUnderFireTest {

    private static final int TILLS = 6;
    private static final int SALES_EACH = 150;
    private static final int ARTICLES = 5;
    private static final int FULL = 1_000;
    private static final int ROUNDS = 4;
    private static final int A_SECOND = 50;
    private static final long SEED = 28;

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Counting counting;

    @Autowired
    private Inventory inventory;

    private final Map<Sku, Shelf> shelves = new LinkedHashMap<>();
    private final AtomicInteger sold = new AtomicInteger();
    private LocationId leeds = LocationId.WEB;

    /** What really lies there. Whoever takes a piece pays it too before anybody counts: many take at once, one counts alone. */
    private record Shelf(AtomicInteger pieces, ReentrantReadWriteLock lock) {}

    @BeforeEach
    void fullShelves() {
        leeds = retailer.store("leeds");
        for (int article = 0; article < ARTICLES; article++) {
            var sku = retailer.article("fire", 1_000);
            retailer.stock(sku, leeds, FULL);
            shelves.put(sku, new Shelf(new AtomicInteger(FULL), new ReentrantReadWriteLock()));
        }
    }

    @Test
    void countsThatArePostedWhileTheTillsSellLeaveTheBooksTrue() throws Exception {
        long began = System.nanoTime();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var open = new CountDownLatch(1);
            var work = new ArrayList<Future<?>>();
            for (int till = 0; till < TILLS; till++) {
                var random = new Random(SEED + till);
                work.add(people.submit(selling(random, open)));
            }
            open.countDown();
            for (int round = 1; round <= ROUNDS; round++) {
                count(round);
            }
            for (var one : work) {
                one.get();
            }
        }
        long seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - began).toSeconds());
        System.out.printf("%d sales in %d s while counting, %d counts%n", sold.get(), seconds, ROUNDS);
        assertThat(sold).hasValue(TILLS * SALES_EACH);
        shelves.forEach((sku, shelf) ->
                assertThat(retailer.row(sku, leeds).onHand()).as("%s in the books", sku).isEqualTo(shelf.pieces().get()));
        assertThat(inventory.reconcile().differences()).filteredOn(one -> one.location().equals(leeds)).isEmpty();
    }

    private Callable<Integer> selling(Random random, CountDownLatch open) {
        return () -> {
            open.await();
            for (int sale = 0; sale < SALES_EACH; sale++) {
                sell(List.copyOf(shelves.keySet()).get(random.nextInt(ARTICLES)));
            }
            return SALES_EACH;
        };
    }

    private void sell(Sku sku) {
        var shelf = shelf(sku);
        shelf.lock().readLock().lock();
        try {
            shelf.pieces().decrementAndGet();
            var order = Retailer.order(new Delivery.TakeAway(leeds), Retailer.card("tok_approve"), Retailer.line(sku, 1));
            assertThat(orders.place(order)).isInstanceOf(Placed.class);
            sold.incrementAndGet();
        } finally {
            shelf.lock().readLock().unlock();
        }
    }

    /** Before each number something is gone that no till sold; the count is posted when many more sales have gone by. */
    private void count(int round) {
        var sheet = ((Done) counting.begin(new NewSheet("fire-" + leeds + round, leeds, Set.of()), Touchpoint.SYSTEM)).sheet();
        for (var sku : shelves.keySet()) {
            var shelf = shelf(sku);
            shelf.lock().writeLock().lock();
            try {
                int there = shelf.pieces().addAndGet(-round);
                var entry = new Entry("n" + sku, sku, there);
                assertThat(counting.enter(sheet.id(), entry, Touchpoint.SYSTEM)).isInstanceOf(Done.class);
            } finally {
                shelf.lock().writeLock().unlock();
            }
        }
        var reviewed = ((Done) counting.review(sheet.id(), Touchpoint.SYSTEM)).sheet();
        assertThat(reviewed.lines()).extracting(CountSheet.Line::difference).containsOnly(-round);
        int before = sold.get();
        await().atMost(Duration.ofMinutes(1)).until(() -> sold.get() >= before + A_SECOND);
        var posting = new Posting(new Expected.Version(Set.of(reviewed.version())), "missing");
        assertThat(counting.post(sheet.id(), posting, Touchpoint.SYSTEM)).isInstanceOf(Done.class);
    }

    private Shelf shelf(Sku sku) {
        return Objects.requireNonNull(shelves.get(sku));
    }
}
