package io.stoa.bench;

import io.stoa.bench.OrdersBench.Cell;
import io.stoa.bench.OrdersBench.Part;
import io.stoa.bench.OrdersBench.Report;
import io.stoa.shared.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prints what was measured, holds it against the goals, and ends with one line of JSON when asked. */
final class OrdersReport {

    private static final int COMPARED = 32;
    private static final int CROWD = 128;

    private final Report report;

    /** Something we want to reach. */
    record Goal(String what, double is, String wanted, boolean reached) {}

    private OrdersReport(Report report) {
        this.report = report;
    }

    static int print(Report report, BenchOptions options) {
        var printed = new OrdersReport(report);
        printed.table();
        var goals = printed.goals();
        printed.conclude(goals);
        if (options.json()) {
            System.out.println(Json.write(printed.asMap(goals, options)));
        }
        return printed.isRight() ? 0 : 1;
    }

    /** Slow is not wrong; an oversold piece or books that differ are. */
    private boolean isRight() {
        return report.oversold() == 0
                && report.rushed() == report.rush()
                && report.checked().compared() > 0
                && report.checked().differences().isEmpty()
                && report.checked().paymentDifferences().isEmpty();
    }

    private void table() {
        System.out.printf("%n%s%n%n", report.settings());
        System.out.printf(
                "%-12s %-7s %6s %9s %8s %8s %8s | %8s %8s %8s | %6s %8s %7s | %7s %6s%n",
                "part", "load", "buyers", "orders/s", "p50 ms", "p95 ms", "p99 ms", "app ms", "db ms", "gen ms", "trips",
                "commits", "log kB", "x inter", "x raw");
        report.results().forEach(this::row);
        System.out.println("""

                app, db, gen: CPU in milliseconds for each order, of the application (or the program that writes by hand), of
                PostgreSQL, and of the generator of the load. trips: round trips to the database. x inter, x raw: how many times
                as many orders a second as the 13 round trips at the same number of buyers, and as the single statement at 32.
                """);
    }

    private void row(Cell cell, Result result) {
        System.out.printf(
                "%-12s %-7s %6d %,9.0f %8.2f %8.2f %8.2f | %8.3f %8.3f %8.3f | %6s %8.3f %7.1f | %7s %6s%n",
                cell.part().title(),
                load(cell),
                cell.buyers(),
                result.perSecond(),
                result.p50(),
                result.p95(),
                result.p99(),
                result.each(result.applicationCpu()),
                result.each(result.databaseCpu()),
                result.each(result.generatorCpu()),
                Optional.ofNullable(report.roundTrips().get(cell.part()))
                        .map("%.2f"::formatted)
                        .orElse(""),
                result.each(result.commits()),
                result.each(result.logBytes()) / 1000,
                ratio(result, find(Part.INTERACTIVE, cell.hot(), cell.buyers())),
                ratio(result, find(Part.RAW, cell.hot(), COMPARED)));
    }

    private static String load(Cell cell) {
        return cell.hot() ? "hot" : "spread";
    }

    private static String ratio(Result result, Optional<Result> other) {
        return other.filter(one -> one.placed() > 0)
                .map(one -> "%.2f".formatted(result.perSecond() / one.perSecond()))
                .orElse("");
    }

    private Optional<Result> find(Part part, boolean hot, int buyers) {
        return Optional.ofNullable(report.results().get(new Cell(part, hot, buyers)));
    }

    private List<Goal> goals() {
        var goals = new ArrayList<Goal>();
        speed(goals, Part.PLACE, false, 3.5);
        speed(goals, Part.PLACE, true, 15);
        speed(goals, Part.HTTP, false, 2);
        speed(goals, Part.HTTP, true, 8);
        speed(goals, Part.PURCHASE, false, 0.8);
        for (boolean hot : new boolean[] {false, true}) {
            comparison(goals, hot);
            for (var part : Part.values()) {
                find(part, hot, CROWD).filter(found -> part.isStoa()).ifPresent(found -> fairness(goals, part, hot, found));
            }
        }
        return goals;
    }

    private void speed(List<Goal> goals, Part part, boolean hot, double atLeast) {
        both(part, hot, (stoa, peer) -> {
            double ratio = stoa.perSecond() / peer.perSecond();
            var what = "%s, %s: orders/s to interactive".formatted(part.title(), hot ? "hot" : "spread");
            goals.add(new Goal(what, ratio, "at least " + atLeast, ratio >= atLeast));
        });
    }

    private void comparison(List<Goal> goals, boolean hot) {
        both(Part.PLACE, hot, (stoa, peer) -> {
            var load = hot ? "hot" : "spread";
            double cpu = stoa.each(stoa.databaseCpu()) / peer.each(peer.databaseCpu());
            goals.add(new Goal("place, " + load + ": database CPU to interactive", cpu, "at most 0.25", cpu <= 0.25));
            double wait = stoa.p99() / peer.p50();
            goals.add(new Goal("place, " + load + ": p99 to interactive's p50", wait, "at most 3", wait <= 3));
        });
    }

    private interface Comparing {
        void compare(Result stoa, Result peer);
    }

    private void both(Part part, boolean hot, Comparing comparing) {
        find(part, hot, COMPARED).ifPresent(stoa -> find(Part.INTERACTIVE, hot, COMPARED)
                .ifPresent(peer -> comparing.compare(stoa, peer)));
    }

    private static void fairness(List<Goal> goals, Part part, boolean hot, Result result) {
        double spread = result.p99() / result.p50();
        var what = "%s, %s, %d buyers: p99 to p50 (%,.0f answered 503)"
                .formatted(part.title(), hot ? "hot" : "spread", CROWD, result.busy());
        goals.add(new Goal(what, spread, "below 10", spread < 10));
    }

    private void conclude(List<Goal> goals) {
        goals.forEach(goal -> System.out.printf(
                "%-6s %-70s %6.2f  (%s)%n", goal.reached() ? "ok" : "MISSED", goal.what(), goal.is(), goal.wanted()));
        double failed = report.results().values().stream().mapToDouble(Result::failed).sum();
        System.out.printf(
                "%n%-6s oversold %d of %,d pieces acknowledged; %,d of the %,d pieces of one scarce article sold; %,.0f calls failed%n",
                report.oversold() == 0 && report.rushed() == report.rush() ? "ok" : "WRONG",
                report.oversold(),
                report.acknowledged(),
                report.rushed(),
                report.rush(),
                failed);
        System.out.printf(
                "%-6s %,d stock rows and %,d payments compared with their books, %d and %d differ%n",
                isRight() ? "ok" : "WRONG",
                report.checked().compared(),
                report.checked().payments(),
                report.checked().differences().size(),
                report.checked().paymentDifferences().size());
    }

    private Map<String, Object> asMap(List<Goal> goals, BenchOptions options) {
        var cells = new ArrayList<Map<String, Object>>();
        report.results().forEach((cell, result) -> cells.add(asMap(cell, result)));
        var map = new LinkedHashMap<String, Object>();
        map.put("bench", "orders");
        map.put("seconds", options.seconds());
        map.put("rounds", options.rounds());
        map.put("seed", options.seed());
        map.put("settings", report.settings());
        map.put("results", cells);
        map.put("goals", goals);
        map.put("acknowledged", report.acknowledged());
        map.put("oversold", report.oversold());
        map.put("right", isRight());
        return map;
    }

    private Map<String, Object> asMap(Cell cell, Result result) {
        var map = new LinkedHashMap<String, Object>();
        map.put("part", cell.part().title());
        map.put("load", load(cell));
        map.put("buyers", cell.buyers());
        map.put("perSecond", result.perSecond());
        map.put("p50", result.p50());
        map.put("p95", result.p95());
        map.put("p99", result.p99());
        map.put("applicationCpu", result.each(result.applicationCpu()));
        map.put("databaseCpu", result.each(result.databaseCpu()));
        map.put("generatorCpu", result.each(result.generatorCpu()));
        map.put("roundTrips", report.roundTrips().getOrDefault(cell.part(), 0.0));
        map.put("commits", result.each(result.commits()));
        map.put("busy", result.busy());
        return map;
    }
}
