package io.stoa.bench;

import io.stoa.shared.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * From the moment a till begins to send a sale until a page of the web shop that is open elsewhere has heard of it, while 200
 * orders a second come in. One sale in ten is of an article that the page shows.
 */
final class PropagationBench {

    private static final Assortment ASSORTMENT = new Assortment(2_000, 1_000_000, 1);
    private static final int SHOWN = 100;
    private static final int EVERY = 10;
    private static final int PER_SECOND = 200;
    private static final int TILLS = 16;
    private static final double GOAL_MILLIS = 250;

    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Queue<Long> taken = new ConcurrentLinkedQueue<>();
    private final AtomicLong sold = new AtomicLong();
    private final AtomicLong next = new AtomicLong();
    private volatile long measuredFrom = Long.MAX_VALUE;

    private PropagationBench() {}

    static int run(BenchOptions options) throws Exception {
        var bench = new PropagationBench();
        try (var scratch = Scratch.create("propagation");
                var shop = ShopProcess.start(scratch.folder(), ShopProcess.FAST, ASSORTMENT.settings());
                var page = OpenPage.follow(shop.port(), shown(), bench::heard)) {
            assert page != null;
            bench.sell(shop, options.warmUp(), options.seconds());
        }
        return bench.report(options);
    }

    private static List<String> shown() {
        return IntStream.range(0, SHOWN).mapToObj(sku -> Assortment.sku(sku).value()).toList();
    }

    private void heard(String sku) {
        var begin = sent.remove(sku);
        if (begin != null && begin >= measuredFrom) {
            taken.add(System.nanoTime() - begin);
        }
    }

    private void sell(ShopProcess shop, int warmUp, int seconds) throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(warmUp + seconds);
        measuredFrom = begin + TimeUnit.SECONDS.toNanos(warmUp);
        var tills = new ArrayList<Thread>();
        for (int till = 0; till < TILLS; till++) {
            tills.add(Thread.ofVirtual().start(() -> sell(shop, begin, end)));
        }
        for (var till : tills) {
            till.join();
        }
        TimeUnit.SECONDS.sleep(1);
    }

    /** Each till takes the next moment of the time-table, whether or not the one before was late. */
    private void sell(ShopProcess shop, long begin, long end) {
        try (var wire = new Wire(shop.port(), shop.token())) {
            while (true) {
                long number = next.getAndIncrement();
                long due = begin + number * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
                if (due > end) {
                    return;
                }
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                sell(wire, number);
            }
        } catch (IOException | InterruptedException failure) {
            System.out.println("A till stopped: " + failure);
        }
    }

    private void sell(Wire wire, long number) throws IOException {
        boolean shown = number % EVERY == 0;
        int sku = shown ? (int) (number / EVERY % SHOWN) : SHOWN + (int) (number % (ASSORTMENT.skus() - SHOWN - 1));
        var name = Assortment.sku(sku).value();
        if (shown) {
            sent.putIfAbsent(name, System.nanoTime());
        }
        var answer = wire.send(
                "POST",
                "/api/v1/orders",
                "Idempotency-Key: till-" + number + "\r\nStoa-Channel: TILL\r\nStoa-Location: " + Assortment.PLACE + "\r\n",
                "{\"lines\":[{\"sku\":\"" + name + "\",\"quantity\":1}],\"delivery\":{\"type\":\"TAKE_AWAY\",\"store\":\""
                        + Assortment.PLACE + "\"},\"payment\":{\"tender\":\"CASH\"}}");
        if (answer.status() != 201) {
            throw new IOException(answer.status() + " " + answer.body());
        }
        sold.incrementAndGet();
    }

    private int report(BenchOptions options) {
        var sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
        long unheard = sent.values().stream().filter(begin -> begin >= measuredFrom).count();
        double seconds = options.warmUp() + options.seconds();
        double p50 = millis(sorted, 0.5);
        double p99 = millis(sorted, 0.99);
        System.out.printf(
                "%n%,d sales in %.0f s (%.0f/s), %,d heard of by an open page: p50 %.1f ms, p99 %.1f ms, longest %.1f ms; %d never%n",
                sold.get(), seconds, sold.get() / seconds, sorted.length, p50, p99, millis(sorted, 1), unheard);
        boolean reached = sorted.length > 0 && p99 < GOAL_MILLIS && unheard == 0;
        System.out.printf("%-6s p99 below %.0f ms%n", reached ? "ok" : "MISSED", GOAL_MILLIS);
        if (options.json()) {
            var map = new LinkedHashMap<String, Object>();
            map.put("bench", "propagation");
            map.put("perSecond", sold.get() / seconds);
            map.put("heard", sorted.length);
            map.put("unheard", unheard);
            map.put("p50", p50);
            map.put("p99", p99);
            System.out.println(Json.write(map));
        }
        return sorted.length > 0 && unheard == 0 ? 0 : 1;
    }

    private static double millis(long[] sorted, double share) {
        return Arrays.stream(sorted)
                        .skip((long) Math.min(sorted.length - 1.0, sorted.length * share))
                        .findFirst()
                        .orElse(0)
                / 1e6;
    }
}
