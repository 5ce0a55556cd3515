package io.stoa.bench;

import io.stoa.shared.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whole orders, side by side with the same facts written by hand, in one run on one durable database. The order of the
 * measurements is shuffled in every round, so that no part has the quiet machine for itself.
 */
final class OrdersBench {

    private static final Assortment ASSORTMENT = new Assortment(10_000, 1_000_000, 2_000);
    private static final int SCARCE = ASSORTMENT.skus() - 1;
    private static final int MOST_BUYERS = 128;
    private static final int COUNTED_BUYERS = 32;
    private static final int RUSHES_MAX = 15;
    private static final double COMPILING_MAX = 0.1;
    private static final int WARM_UPS_MAX = 20;

    /** What is compared. */
    enum Part {
        RAW,
        INTERACTIVE,
        PLACE,
        PLACE_PAID,
        HTTP,
        PURCHASE;

        String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean isStoa() {
            return this != RAW && this != INTERACTIVE;
        }
    }

    /** One measurement of every round. */
    record Cell(Part part, boolean hot, int buyers) {}

    /** What everything came to. */
    record Report(
            Map<Cell, Result> results,
            Map<Part, Double> roundTrips,
            long acknowledged,
            long oversold,
            int rushed,
            int rush,
            ShopMain.Checked checked,
            String settings) {}

    private final BenchOptions options;
    private final ShopProcess shop;
    private final Ledger ledger = new Ledger(ASSORTMENT.skus());
    private final Map<Part, Ledger> byHand = new EnumMap<>(Part.class);
    private final AtomicLong ids = new AtomicLong();
    private final HttpBuyers http;

    private OrdersBench(BenchOptions options, ShopProcess shop) {
        this.options = options;
        this.shop = shop;
        this.http = new HttpBuyers(shop, SCARCE, ledger);
        byHand.put(Part.RAW, new Ledger(ASSORTMENT.skus()));
        byHand.put(Part.INTERACTIVE, new Ledger(ASSORTMENT.skus()));
    }

    static int run(BenchOptions options) throws Exception {
        var settings = new HashMap<>(ASSORTMENT.settings());
        settings.put("stoa.orders.hold-for", "PT12H");
        System.out.println("Starting Stoa with " + ASSORTMENT.skus() + " articles ...");
        try (var scratch = Scratch.create("orders");
                var shop = ShopProcess.start(scratch.folder(), ShopProcess.FAST, settings)) {
            return OrdersReport.print(new OrdersBench(options, shop).measure(), options);
        }
    }

    private Report measure() throws Exception {
        Peers.create(shop.address(), RawOrders.SCHEMA);
        Peers.create(shop.address(), InteractiveOrders.SCHEMA);
        var cells = cells();
        warmUp(cells);
        var rounds = new LinkedHashMap<Cell, List<Result>>();
        cells.forEach(cell -> rounds.put(cell, new ArrayList<>()));
        for (int round = 1; round <= options.rounds(); round++) {
            var shuffled = new ArrayList<>(cells);
            Collections.shuffle(shuffled, new Random(options.seed() + round));
            for (var cell : shuffled) {
                progress(round, cell);
                Objects.requireNonNull(rounds.get(cell)).add(measure(cell, options.warmUp(), options.seconds()));
            }
        }
        var roundTrips = roundTrips();
        rush();
        return report(rounds, roundTrips);
    }

    private List<Cell> cells() {
        var cells = new ArrayList<Cell>();
        for (var part : Part.values()) {
            for (int buyers : options.parts().contains(part.title()) ? options.buyers() : List.<Integer>of()) {
                if (part != Part.RAW || buyers == COUNTED_BUYERS || options.buyers().size() == 1) {
                    cells.add(new Cell(part, false, buyers));
                    cells.add(new Cell(part, true, buyers));
                }
            }
        }
        return cells;
    }

    /** Java compiles what is hot only after a while, beside the work; nobody shall be measured before it is done with that. */
    private void warmUp(List<Cell> cells) throws Exception {
        for (var part : cells.stream().map(Cell::part).distinct().toList()) {
            long compiled = compiled();
            long before;
            int turn = 0;
            do {
                System.out.printf("warming up %s%n", part.title());
                before = compiled;
                var ignored = measure(new Cell(part, false, COUNTED_BUYERS), options.warmUp(), 0.5);
                compiled = compiled();
            } while (compiled - before > COMPILING_MAX * 1000 * options.warmUp() && ++turn < WARM_UPS_MAX);
        }
    }

    /** Milliseconds that compilers have worked here and in the shop. */
    private long compiled() throws IOException {
        return Long.parseLong(shop.ask("compiled"))
                + ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }

    private void progress(int round, Cell cell) {
        System.out.printf(
                "round %d of %d: %s, %s, %d at once%n",
                round, options.rounds(), cell.part().title(), cell.hot() ? "one hot article" : "spread", cell.buyers());
    }

    private Result measure(Cell cell, double warmUp, double seconds) throws Exception {
        return switch (cell.part()) {
            case RAW -> measureHere(cell, warmUp, seconds, raw(cell.hot()));
            case INTERACTIVE -> {
                try (var market = interactive(cell.hot())) {
                    yield measureHere(cell, warmUp, seconds, market);
                }
            }
            case PLACE -> inside(cell, warmUp, seconds, "later");
            case PLACE_PAID -> inside(cell, warmUp, seconds, "card");
            case HTTP -> measureShop(cell, warmUp, seconds, http.placing(cell.hot()));
            case PURCHASE -> measureShop(cell, warmUp, seconds, http.purchasing(cell.hot()));
        };
    }

    private RawOrders raw(boolean hot) throws IOException {
        return new RawOrders(shop.address(), SCARCE, hot, ledger(Part.RAW), ids);
    }

    private InteractiveOrders interactive(boolean hot) throws IOException, SQLException {
        return new InteractiveOrders(shop.address(), SCARCE, hot, ledger(Part.INTERACTIVE), ids);
    }

    private Ledger ledger(Part part) {
        return byHand.getOrDefault(part, ledger);
    }

    private Result measureHere(Cell cell, double warmUp, double seconds, Load.Market market) throws Exception {
        try (var meter = new Meter(ProcessHandle.current().pid(), shop.address())) {
            return Load.run(cell.buyers(), warmUp, seconds, meter, market);
        }
    }

    private Result measureShop(Cell cell, double warmUp, double seconds, Load.Market market) throws Exception {
        try (var meter = new Meter(shop.pid(), shop.address())) {
            return Load.run(cell.buyers(), warmUp, seconds, meter, market);
        }
    }

    private Result inside(Cell cell, double warmUp, double seconds, String paying) throws IOException {
        return Json.read(
                shop.ask("place %d %s %s %s %s"
                        .formatted(cell.buyers(), warmUp, seconds, cell.hot() ? "hot" : "spread", paying)),
                Result.class);
    }

    /** Statements and commits by order, counted in a pass of its own, because counting costs. */
    private Map<Part, Double> roundTrips() throws Exception {
        var counted = new EnumMap<Part, Double>(Part.class);
        counted.put(Part.RAW, 1.0);
        counted.put(Part.INTERACTIVE, (double) InteractiveOrders.ROUND_TRIPS);
        expectOk(shop.ask("count on"));
        for (var part : Part.values()) {
            if (part.isStoa() && options.parts().contains(part.title())) {
                long before = Long.parseLong(shop.ask("statements"));
                var result = measure(new Cell(part, false, COUNTED_BUYERS), 0, 2);
                counted.put(part, result.each((double) (Long.parseLong(shop.ask("statements")) - before)));
            }
        }
        expectOk(shop.ask("count off"));
        return counted;
    }

    private static void expectOk(String answer) {
        if (!answer.equals("ok")) {
            throw new IllegalStateException(answer);
        }
    }

    /** Many want the last pieces of one article at once. */
    private void rush() throws Exception {
        System.out.println("selling out one article");
        for (int turn = 0; turn < RUSHES_MAX && ledger.of(SCARCE) < ASSORTMENT.pieces(SCARCE); turn++) {
            var ignored = measureShop(new Cell(Part.HTTP, true, MOST_BUYERS), 0, 4, http.rushing(SCARCE));
        }
    }

    private Report report(Map<Cell, List<Result>> rounds, Map<Part, Double> roundTrips) throws Exception {
        ledger.addAll(shop.ask("sold"));
        var results = new LinkedHashMap<Cell, Result>();
        rounds.forEach((cell, all) -> results.put(cell, Result.median(all)));
        long oversold = ledger.oversold(ASSORTMENT);
        for (var hand : byHand.values()) {
            oversold += hand.oversold(ASSORTMENT);
        }
        var checked = Json.read(shop.ask("check"), ShopMain.Checked.class);
        return new Report(
                results,
                roundTrips,
                ledger.total(),
                oversold,
                ledger.of(SCARCE),
                ASSORTMENT.pieces(SCARCE),
                checked,
                settings());
    }

    private String settings() throws IOException, SQLException {
        try (var meter = new Meter(shop.pid(), shop.address())) {
            return "PostgreSQL %s, fsync %s, synchronous_commit %s, full_page_writes %s"
                    .formatted(
                            meter.show("server_version"),
                            meter.show("fsync"),
                            meter.show("synchronous_commit"),
                            meter.show("full_page_writes"));
        }
    }
}
