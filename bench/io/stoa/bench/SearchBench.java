package io.stoa.bench;

import io.stoa.shared.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long a search takes among 30,000 articles, and how often it forgives: with titles made up from a seed and, where
 * {@code STOA_DATA} names a folder with {@code catalogue/open-food-facts-products.csv.gz}, with real ones.
 */
final class SearchBench {

    private static final int QUESTIONS = 200;
    private static final String REAL = "catalogue/open-food-facts-products.csv.gz";

    private SearchBench() {}

    static int run(BenchOptions options) throws Exception {
        var results = new LinkedHashMap<String, Finding.Times>();
        results.put("made up", measure("find %d %d".formatted(QUESTIONS, options.seed())));
        var data = System.getenv("STOA_DATA");
        if (data != null && Files.exists(Path.of(data, REAL))) {
            results.put("real", measure("find %d %d %s".formatted(QUESTIONS, options.seed(), Path.of(data, REAL))));
        }
        results.forEach(SearchBench::print);
        if (options.json()) {
            System.out.println(Json.write(results));
        }
        return 0;
    }

    private static Finding.Times measure(String question) throws Exception {
        try (var scratch = Scratch.create("search");
                var shop = ShopProcess.start(scratch.folder(), ShopProcess.FAST, Map.of())) {
            return Json.read(shop.ask(question), Finding.Times.class);
        }
    }

    private static double median(Finding.Times times, String kind) {
        return times.kinds().getOrDefault(kind, new double[1])[0];
    }

    private static void print(String titles, Finding.Times times) {
        double key = median(times, "a row by its key");
        double like = median(times, "ILIKE '%x%'");
        System.out.printf(
                "%nTitles: %s, %,d articles, found %.1f s after the first was published%n", titles, times.products(), times.filledIn());
        System.out.printf("%-24s %8s %8s %10s %10s%n", "question", "p50 ms", "p99 ms", "x key", "x ILIKE");
        times.kinds().forEach((kind, millis) -> System.out.printf(
                "%-24s %8.2f %8.2f %10.1f %10.2f%n", kind, millis[0], millis[1], millis[0] / key, millis[0] / like));
        System.out.printf(
                "Misspelt, and the article among the first ten: %.1f %% of %,d%n",
                100.0 * times.found() / times.misspelt(), times.misspelt());
    }
}
