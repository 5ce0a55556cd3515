package io.stoa.bench;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who buys on and on from a shop that may die at any moment. What is not answered is asked again under the same key
 * until it is, and only answers are believed.
 */
final class Shopper implements Runnable {

    private static final long PAUSE_MILLIS = 40;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(90);

    /** How often each is paid how, so that everything happens that may. */
    private static final List<String> PAYING = List.of(
            "tok_approve", "tok_approve", "tok_approve", "tok_approve", "tok_twice", "tok_decline", "tok_timeout", "later",
            "later", "later");

    private final Receipts receipts;
    private final Supplier<@Nullable ShopProcess> shop;
    private final Assortment assortment;
    private final Random random;
    private final String name;
    private volatile boolean goesHome;
    private @Nullable ShopProcess visited;
    private @Nullable Wire wire;

    Shopper(
            String name,
            long seed,
            Assortment assortment,
            Receipts receipts,
            Supplier<@Nullable ShopProcess> shop) {
        this.name = name;
        this.random = new Random(seed);
        this.assortment = assortment;
        this.receipts = receipts;
        this.shop = shop;
    }

    /** After the order at hand. */
    void goHome() {
        goesHome = true;
    }

    @Override
    public void run() {
        try {
            for (int number = 1; !goesHome; number++) {
                buy(name + "-" + number);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            leave();
        }
    }

    private void buy(String key) throws InterruptedException {
        var pair = wish();
        var paying = PAYING.get(random.nextInt(PAYING.size()));
        var order = new Receipts.Asked(key, pair, paying);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < end) {
            if (answered(order)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        receipts.unanswered(order);
    }

    /** One in three wants the scarce article. */
    private Pair wish() {
        int scarce = assortment.skus() - 1;
        int one = random.nextInt(scarce);
        int other = random.nextInt(3) == 0 ? scarce : (one + 1 + random.nextInt(scarce - 1)) % scarce;
        return new Pair(Math.min(one, other), Math.max(one, other));
    }

    private boolean answered(Receipts.Asked order) {
        var open = shop.get();
        if (open == null) {
            return false;
        }
        try {
            return receipts.note(order, visit(open).order(order.key(), order.body()));
        } catch (IOException nobodyKnows) {
            return false;
        }
    }

    private Wire visit(ShopProcess open) {
        var mine = wire;
        if (mine == null || visited != open) {
            leave();
            mine = new Wire(open.port(), open.token());
            wire = mine;
            visited = open;
        }
        return mine;
    }

    private void leave() {
        if (wire != null) {
            wire.close();
        }
    }
}
