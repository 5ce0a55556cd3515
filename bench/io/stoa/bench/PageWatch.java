package io.stoa.bench;

import io.stoa.shared.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads pages again and again and keeps how long each statement took that they sent. */
final class PageWatch {

    /** PostgreSQL may plan a statement anew after its first five uses, once it is prepared after as many. */
    private static final int WARM_UP = 12;

    private static final int PLAN_LINES_MAX = 6;

    private final ShopProcess shop;
    private final OfficeReader reader;
    private final Connection connection;
    private final int rounds;

    /** A page: the median of its own time and of its statements together, and the slowest of these with its plan. */
    record Seen(String page, String path, double millis, int statements, double databaseMillis, Slowest slowest) {}

    /** The median and the longest time of one statement. */
    record Slowest(double median, double most, String sql, String plan) {}

    PageWatch(ShopProcess shop, OfficeReader reader, Connection connection, int rounds) {
        this.shop = shop;
        this.reader = reader;
        this.connection = connection;
        this.rounds = Math.max(9, rounds);
    }

    Seen look(String name, String path) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            String ignored = reader.get(path);
        }
        var pages = new double[rounds];
        var together = new double[rounds];
        var each = new HashMap<String, List<StatementClock.Sent>>();
        int statements = 0;
        for (int round = 0; round < rounds; round++) {
            var sent = once(path, pages, round);
            statements = sent.size();
            together[round] =
                    sent.stream().mapToDouble(StatementClock.Sent::millis).sum();
            slowestOfEach(sent)
                    .forEach((sql, one) ->
                            each.computeIfAbsent(sql, key -> new ArrayList<>()).add(one));
        }
        var slowest = each.values().stream()
                .max(Comparator.comparing(PageWatch::median))
                .orElse(List.of());
        return new Seen(name, path, median(pages), statements, median(together), slowest(slowest));
    }

    private List<StatementClock.Sent> once(String path, double[] pages, int round)
            throws IOException, InterruptedException {
        shop.ask("time on");
        shop.ask("sent");
        long began = System.nanoTime();
        String ignored = reader.get(path);
        pages[round] = (System.nanoTime() - began) / 1e6;
        shop.ask("time off");
        return List.of(Json.read(shop.ask("sent"), StatementClock.Sent[].class));
    }

    private static Map<String, StatementClock.Sent> slowestOfEach(List<StatementClock.Sent> sent) {
        return sent.stream()
                .collect(Collectors.toMap(
                        StatementClock.Sent::sql,
                        one -> one,
                        (one, other) -> one.millis() > other.millis() ? one : other));
    }

    private Slowest slowest(List<StatementClock.Sent> times) {
        if (times.isEmpty()) {
            return new Slowest(0, 0, "", "");
        }
        double most =
                times.stream().mapToDouble(StatementClock.Sent::millis).max().orElse(0);
        var one = times.getFirst();
        return new Slowest(
                median(times), most, one.sql().replaceAll("\\s+", " ").strip(), plan(one.filled()));
    }

    /** How PostgreSQL would find the rows: the scans, sorts and counts of its plan, the last step first. */
    private String plan(String sql) {
        var steps = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("EXPLAIN " + sql)) {
            while (rows.next()) {
                var line = rows.getString(1).replaceAll("\\s*\\(cost=.*", "").replaceAll("^[\\s>-]+", "");
                if (line.matches(".*(Scan|Sort|Aggregate).*") && !line.contains(":")) {
                    steps.add(line);
                }
            }
        } catch (SQLException notAsText) {
            return "(not explained, for its values are lists)";
        }
        return String.join(" < ", steps.subList(0, Math.min(PLAN_LINES_MAX, steps.size())));
    }

    /** The same on this connection without Stoa. */
    double raw(String sql) throws SQLException {
        var times = new double[WARM_UP + rounds];
        for (int i = 0; i < times.length; i++) {
            long began = System.nanoTime();
            try (var statement = connection.prepareStatement(sql);
                    var rows = statement.executeQuery()) {
                times[i] = rows.next() ? (System.nanoTime() - began) / 1e6 : 0;
            }
        }
        return median(Arrays.copyOfRange(times, WARM_UP, times.length));
    }

    private static double median(List<StatementClock.Sent> times) {
        return median(times.stream().mapToDouble(StatementClock.Sent::millis).toArray());
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
