package io.stoa.bench;

import io.stoa.shared.Json;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was seen of the lists: the slowest pages first, those above the goal in full. */
record ListsReport(
        long orders, double rawMillis, List<PageWatch.Seen> pages, Map<String, List<Long>> files, EditOfAll edit) {

    private static final double GOAL = 50;
    private static final int SHOWN = 25;

    /** The exit code. */
    int print(boolean json) {
        var sorted = pages.stream()
                .sorted(Comparator.comparing(
                                (PageWatch.Seen seen) -> seen.slowest().median())
                        .reversed())
                .toList();
        System.out.printf("%n%,d orders; the fifty newest by their key, raw: %.2f ms%n", orders, rawMillis);
        System.out.printf(
                "%-40s %9s %5s %9s %9s %9s %7s  %s%n",
                "page", "page ms", "n", "all ms", "worst ms", "most ms", "x raw", "how");
        sorted.stream().limit(SHOWN).forEach(this::print);
        var above =
                sorted.stream().filter(seen -> seen.slowest().median() > GOAL).toList();
        above.forEach(seen -> System.out.printf(
                "%nabove %.0f ms: %s (%s)%n%s%n",
                GOAL, seen.page(), seen.path(), seen.slowest().sql()));
        files.forEach(
                (path, file) -> System.out.printf("%-40s %,d lines in %.1f s%n", path, file.get(0), file.get(1) / 1e3));
        System.out.printf(
                "%nA change of all articles, %,d lines; the bare UPDATE takes %.1f s%n",
                edit.lines(), edit.rawSeconds());
        edit.seconds()
                .forEach((step, seconds) -> System.out.printf(
                        "%-40s %.1f s, %,.0f lines a second, x raw %.1f%n",
                        step, seconds, edit.lines() / seconds, seconds / edit.rawSeconds()));
        System.out.printf(
                "%n%-6s %d of %d pages send a statement that takes more than %.0f ms%n",
                above.isEmpty() ? "ok" : "MISSED", above.size(), pages.size(), GOAL);
        if (json) {
            System.out.println(Json.write(json(sorted)));
        }
        return above.isEmpty() ? 0 : 1;
    }

    private void print(PageWatch.Seen seen) {
        var slowest = seen.slowest();
        System.out.printf(
                "%-40s %9.1f %5d %9.2f %9.2f %9.2f %7.1f  %s%n",
                seen.page(),
                seen.millis(),
                seen.statements(),
                seen.databaseMillis(),
                slowest.median(),
                slowest.most(),
                slowest.median() / rawMillis,
                slowest.plan());
    }

    private Map<String, Object> json(List<PageWatch.Seen> sorted) {
        var map = new LinkedHashMap<String, Object>();
        map.put("bench", "lists");
        map.put("orders", orders);
        map.put("rawMillis", rawMillis);
        map.put("pages", sorted);
        map.put("files", files);
        map.put("edit", edit);
        return map;
    }
}
