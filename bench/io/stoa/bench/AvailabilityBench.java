package io.stoa.bench;

import io.stoa.shared.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where an article lies, asked of the application and over HTTP, for articles that lie at few and at many places. */
final class AvailabilityBench {

    private static final int[] PLACES = {23, 500, 5_000};
    private static final int READERS = 8;
    private static final Assortment ASSORTMENT = new Assortment(1_000, 100, 100);

    private AvailabilityBench() {}

    static int run(BenchOptions options) throws Exception {
        var results = new LinkedHashMap<String, Result>();
        try (var scratch = Scratch.create("availability");
                var shop = ShopProcess.start(scratch.folder(), ShopProcess.FAST, ASSORTMENT.settings())) {
            for (int places : PLACES) {
                var inside = shop.ask("read %d %d %d %d".formatted(places, READERS, options.warmUp(), options.seconds()));
                results.put(places + " places", Json.read(inside, Result.class));
                results.put(places + " places over HTTP", overHttp(shop, places, options));
            }
        }
        print(results);
        if (options.json()) {
            System.out.println(Json.write(results));
        }
        return 0;
    }

    private static Result overHttp(ShopProcess shop, int places, BenchOptions options) throws Exception {
        try (var meter = new Meter(shop.pid(), shop.address())) {
            return Load.run(READERS, options.warmUp(), options.seconds(), meter, number -> new Reader(shop, places));
        }
    }

    private static void print(Map<String, Result> results) {
        System.out.printf("%n%-24s %10s %8s %8s %8s %8s%n", "article at", "reads/s", "p50 ms", "p99 ms", "app ms", "db ms");
        results.forEach((name, result) -> System.out.printf(
                "%-24s %,10.0f %8.2f %8.2f %8.3f %8.3f%n",
                name,
                result.perSecond(),
                result.p50(),
                result.p99(),
                result.each(result.applicationCpu()),
                result.each(result.databaseCpu())));
    }

    private static final class Reader implements Load.Buyer {
        private final Wire wire;
        private final String path;

        Reader(ShopProcess shop, int places) {
            this.wire = new Wire(shop.port(), shop.token());
            this.path = "/api/v1/stock/" + Reading.sku(places);
        }

        @Override
        public Load.Answer buy() throws IOException {
            var answer = wire.send("GET", path, "", "");
            if (answer.status() != 200) {
                throw new IOException(answer.status() + " " + answer.body());
            }
            return Load.Answer.PLACED;
        }

        @Override
        public void close() {
            wire.close();
        }
    }
}
