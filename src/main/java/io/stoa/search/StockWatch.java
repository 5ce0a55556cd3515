package io.stoa.search;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.ProductId;
import io.stoa.catalog.SellableItem;
import io.stoa.events.Event;
import io.stoa.events.Tail;
import io.stoa.inventory.StockChanged;
import io.stoa.pricing.PriceChanged;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.TermsChanged;
import io.stoa.shared.Sku;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sold out goods fall behind and prices stay right, soon after a change: what changed is gathered and looked at in batches,
 * with pauses that leave the database to those who buy. What a stop forgets is found at the next start, when every row is
 * looked at once, and so it is when price lists begin or end.
 */
@Component
class StockWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StockWatch.class);
    private static final int BATCH = 500;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** How much longer a pause is than the work before it, up to a second. */
    private static final int REST = 20;

    private static final Duration PAUSE_MAX = Duration.ofSeconds(1);

    private final Upkeep upkeep;
    private final Catalog catalog;
    private final Pricing pricing;
    private final Clock clock;
    private final Set<Sku> changed = ConcurrentHashMap.newKeySet();
    private final Tail tail;
    private Tail.@Nullable Subscription subscription;
    private volatile List<PriceList> holding = List.of();
    private final BlockingQueue<Boolean> news = new ArrayBlockingQueue<>(1);
    private volatile boolean all = true;
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});

    StockWatch(Upkeep upkeep, Catalog catalog, Pricing pricing, Tail tail, Clock clock) {
        this.upkeep = upkeep;
        this.catalog = catalog;
        this.pricing = pricing;
        this.clock = clock;
        this.tail = tail;
    }

    private void note(Event event) {
        switch (event.type()) {
            case StockChanged.TYPE -> event.read(StockChanged.class).rows().forEach(row -> look(row.sku()));
            case PriceChanged.TYPE -> look(event.read(PriceChanged.class).sku());
            case TermsChanged.LIST -> lookAgain();
            default -> {} // Somebody else's event.
        }
    }

    private void look(Sku sku) {
        changed.add(sku);
        var _ = news.offer(true);
    }

    private void lookAgain() {
        all = true;
        var _ = news.offer(true);
    }

    /** Lists that begin or end leave no event. */
    @Scheduled(fixedDelay = 30_000)
    void noticeLists() {
        var now = clock.instant();
        var lists = pricing.lists().stream().filter(list -> holds(list, now)).toList();
        if (!lists.equals(holding)) {
            holding = lists;
            lookAgain();
        }
    }

    private static boolean holds(PriceList list, Instant now) {
        return (list.from() == null || !now.isBefore(list.from())) && (list.until() == null || now.isBefore(list.until()));
    }

    private void run() {
        try {
            while (running) {
                var _ = news.take();
                long began = System.nanoTime();
                lookOnce();
                TimeUnit.NANOSECONDS.sleep(Math.clamp((System.nanoTime() - began) * REST, PAUSE.toNanos(), PAUSE_MAX.toNanos()));
            }
        } catch (InterruptedException stop) {
            running = false;
        }
    }

    private void lookOnce() {
        try {
            if (all) {
                all = false;
                lookAtAll();
            }
            lookAt(some());
        } catch (RuntimeException failure) {
            LOG.warn("What is in stock could not be noted for the search and is looked at again: {}", failure.toString());
            lookAgain();
        }
        if (!changed.isEmpty()) {
            var _ = news.offer(true);
        }
    }

    private List<Sku> some() {
        var some = changed.stream().limit(BATCH).toList();
        changed.removeAll(Set.copyOf(some));
        return some;
    }

    private void lookAt(List<Sku> skus) {
        if (!skus.isEmpty()) {
            var products = catalog.items(skus).values().stream().map(SellableItem::productId).distinct().toList();
            var _ = upkeep.restock(products);
        }
    }

    private void lookAtAll() {
        List<ProductId> batch = new ArrayList<>(upkeep.after(null));
        while (!batch.isEmpty() && running) {
            var _ = upkeep.restock(batch);
            batch = upkeep.after(batch.getLast());
        }
    }

    @Override
    public void start() {
        running = true;
        subscription = tail.follow(events -> events.forEach(this::note));
        lookAgain();
        thread = Thread.ofVirtual().name("search-stock").start(this::run);
    }

    /** Not in the midst of a commit, if that can be helped. */
    @Override
    public void stop() {
        running = false;
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
        var _ = news.offer(true);
        try {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
