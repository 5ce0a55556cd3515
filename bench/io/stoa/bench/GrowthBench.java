package io.stoa.bench;

import io.stoa.database.EmbeddedPostgres;
import io.stoa.shared.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What an order costs when many went before: CPU of the application and of PostgreSQL for a whole purchase. */
final class GrowthBench {

    private static final Assortment ASSORTMENT = new Assortment(10_000, 1_000_000, 1);
    private static final int BUYERS = 32;
    private static final long BATCH = 500_000;
    private static final double GOAL = 1.3;

    /** After so many orders. */
    record Stage(
            long orders,
            double perSecond,
            double p50,
            double p99,
            double cpuMillis,
            double databaseMegabytes,
            int wrong) {}

    private GrowthBench() {}

    static int run(BenchOptions options) throws Exception {
        var stages = new ArrayList<Stage>();
        try (var scratch = Scratch.create("growth")) {
            open(scratch.folder()).close();
            long written = 0;
            for (long orders :
                    options.tenMillion() ? List.of(10_000L, 1_000_000L, 10_000_000L) : List.of(10_000L, 1_000_000L)) {
                fill(scratch.folder(), written, orders);
                written = orders;
                stages.add(measure(scratch.folder(), orders, options));
            }
        }
        return report(stages, options);
    }

    private static ShopProcess open(Path home) throws Exception {
        var settings = new HashMap<>(ASSORTMENT.settings());
        settings.put("stoa.orders.hold-for", "PT12H");
        return ShopProcess.start(home, ShopProcess.FAST, settings);
    }

    private static void fill(Path home, long from, long to) throws Exception {
        System.out.printf("writing the past up to order %,d%n", to);
        try (var server = EmbeddedPostgres.start(home)) {
            for (long start = from; start < to; start += BATCH) {
                Past.write(server.address(), Past.Mix.ALIKE, ASSORTMENT.skus(), start, Math.min(to, start + BATCH));
            }
        }
    }

    private static Stage measure(Path home, long orders, BenchOptions options) throws Exception {
        try (var shop = open(home);
                var meter = new Meter(shop.pid(), shop.address())) {
            var ledger = new Ledger(ASSORTMENT.skus());
            var market = new HttpBuyers(shop, ASSORTMENT.skus() - 1, ledger).purchasing(false);
            var warm = Load.run(BUYERS, 3.0 * options.warmUp(), 1, meter, market);
            var rounds = new ArrayList<Result>();
            for (int round = 0; round < options.rounds(); round++) {
                rounds.add(Load.run(BUYERS, 1, options.seconds(), meter, market));
            }
            TimeUnit.SECONDS.sleep(1);
            var checked = Json.read(shop.ask("check"), ShopMain.Checked.class);
            var result = Result.median(rounds);
            return new Stage(
                    orders + (long) warm.placed(),
                    result.perSecond(),
                    result.p50(),
                    result.p99(),
                    result.each(result.applicationCpu() + result.databaseCpu()),
                    meter.number("SELECT pg_database_size(current_database())") / 1e6,
                    checked.differences().size() + checked.paymentDifferences().size());
        }
    }

    private static int report(List<Stage> stages, BenchOptions options) {
        System.out.printf(
                "%n%14s %12s %9s %9s %14s %12s %8s%n",
                "orders before", "purchases/s", "p50 ms", "p99 ms", "CPU ms each", "database MB", "factor");
        var first = stages.getFirst();
        stages.forEach(stage -> System.out.printf(
                "%,14d %,12.0f %9.1f %9.1f %14.3f %,12.0f %8.2f%n",
                stage.orders(),
                stage.perSecond(),
                stage.p50(),
                stage.p99(),
                stage.cpuMillis(),
                stage.databaseMegabytes(),
                stage.cpuMillis() / first.cpuMillis()));
        double factor = stages.getLast().cpuMillis() / first.cpuMillis();
        int wrong = stages.stream().mapToInt(Stage::wrong).sum();
        System.out.printf(
                "%-6s at most %.1f times the CPU; the books differ %d times%n",
                factor <= GOAL ? "ok" : "MISSED", GOAL, wrong);
        if (options.json()) {
            var map = new LinkedHashMap<String, Object>();
            map.put("bench", "growth");
            map.put("stages", stages);
            System.out.println(Json.write(map));
        }
        return wrong == 0 ? 0 : 1;
    }
}
