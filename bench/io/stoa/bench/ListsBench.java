package io.stoa.bench;

import io.stoa.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every list of the back office, read as its pages ask for it, at a million orders, 31,000 articles and much else: how long
 * PostgreSQL takes for each statement of each page, beside the fifty newest rows by their key. Then a change of all articles.
 */
final class ListsBench {

    private static final Assortment ASSORTMENT = new Assortment(1_000, 1_000_000, 1);
    private static final long BATCH = 250_000;
    private static final String LOGIN = "bench-admin";
    private static final String PASSWORD = "a-password-of-the-bench";

    private ListsBench() {}

    static int run(BenchOptions options) throws Exception {
        if (!options.keep().isEmpty()) {
            return run(Path.of(options.keep()), options);
        }
        try (var scratch = Scratch.create("lists")) {
            return run(scratch.folder(), options);
        }
    }

    private static int run(Path home, BenchOptions options) throws Exception {
        var filled = home.resolve("filled");
        if (!Files.exists(filled)) {
            fill(home, options);
            Files.writeString(filled, "");
        }
        try (var shop = open(home);
                var connection = shop.address().connect()) {
            shop.ask("admit " + LOGIN + " " + PASSWORD);
            try (var reader = OfficeReader.signedIn(shop.port(), LOGIN, PASSWORD)) {
                var watch = new PageWatch(shop, reader, connection, options.rounds());
                var pages = OfficeLists.of(connection, options.orders());
                var seen = new ArrayList<PageWatch.Seen>();
                for (var page : pages.entrySet()) {
                    seen.add(watch.look(page.getKey(), page.getValue()));
                }
                double raw = watch.raw("SELECT * FROM orders.orders ORDER BY id DESC LIMIT 50");
                var files = files(reader);
                var edit = EditOfAll.run(reader, connection);
                for (var page : OfficeLists.ofChange(edit.path()).entrySet()) {
                    seen.add(watch.look(page.getKey(), page.getValue()));
                }
                return new ListsReport(options.orders(), raw, seen, files, edit).print(options.json());
            }
        }
    }

    private static ShopProcess open(Path home) throws IOException {
        return ShopProcess.start(home, ShopProcess.FAST, new HashMap<>(ASSORTMENT.settings()));
    }

    private static void fill(Path home, BenchOptions options) throws Exception {
        System.out.println("publishing the articles");
        try (var shop = open(home)) {
            shop.ask("dress 7");
        }
        try (var server = EmbeddedPostgres.start(home)) {
            OfficePast.write(server.address());
            for (long from = 0; from < options.orders(); from += BATCH) {
                long to = Math.min(options.orders(), from + BATCH);
                System.out.printf("writing the past up to order %,d%n", to);
                Past.write(server.address(), Past.Mix.VARIED, ASSORTMENT.skus(), from, to);
            }
        }
    }

    /** Whole lists as files: how many lines, in how many milliseconds. */
    private static Map<String, List<Long>> files(OfficeReader reader) throws IOException, InterruptedException {
        var files = new LinkedHashMap<String, List<Long>>();
        for (var path : List.of("/office/orders.csv", "/office/articles.csv", "/office/audit.csv")) {
            long began = System.nanoTime();
            long lines = reader.lines(path);
            files.put(path, List.of(lines, (System.nanoTime() - began) / 1_000_000));
        }
        return files;
    }
}
