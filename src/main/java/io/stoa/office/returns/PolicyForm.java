package io.stoa.office.returns;

import io.stoa.page.Texts;
import io.stoa.returns.policy.ReturnPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The return policy as it is filled in: {@code shelf.1} has {@code days.1}, and so on; a row without a shelf is no rule. */
public record PolicyForm(String days, String faultyDays, String travelDays, List<Row> rows, String version) {

    private static final int ROWS_MAX = 100;
    private static final int SPARE_ROWS = 2;

    /** A shelf, by slug, and its days as typed. */
    public record Row(String shelf, String days) {}

    public PolicyForm {
        rows = List.copyOf(rows);
    }

    static PolicyForm of(ReturnPolicy policy, long version) {
        var rows = policy.rules().stream()
                .map(rule -> new Row(rule.shelf(), String.valueOf(rule.days())))
                .toList();
        return new PolicyForm(
                String.valueOf(policy.days()),
                String.valueOf(policy.faultyDays()),
                String.valueOf(policy.travelDays()),
                rows,
                String.valueOf(version));
    }

    static PolicyForm read(Map<String, String> typed) {
        var rows = new ArrayList<Row>();
        for (int number = 1; number <= ROWS_MAX; number++) {
            var shelf = text(typed, "shelf." + number);
            if (!shelf.isEmpty()) {
                rows.add(new Row(shelf, text(typed, "days." + number)));
            }
        }
        return new PolicyForm(
                text(typed, "days"), text(typed, "faultyDays"), text(typed, "travelDays"), rows, text(typed, "version"));
    }

    /** With room for more rules. */
    public List<Row> shown() {
        var shown = new ArrayList<>(rows);
        for (int spare = 0; spare < SPARE_ROWS && shown.size() < ROWS_MAX; spare++) {
            shown.add(new Row("", ""));
        }
        return shown;
    }

    /** What has to be put right, by field. */
    Map<String, String> errors(Texts texts) {
        var errors = new LinkedHashMap<String, String>();
        check(errors, "days", days, ReturnPolicy.DAYS_MAX, texts);
        check(errors, "faultyDays", faultyDays, ReturnPolicy.DAYS_MAX, texts);
        check(errors, "travelDays", travelDays, ReturnPolicy.TRAVEL_MAX, texts);
        var seen = new HashSet<String>();
        for (int number = 1; number <= rows.size(); number++) {
            check(errors, "days." + number, rows.get(number - 1).days(), ReturnPolicy.DAYS_MAX, texts);
            if (!seen.add(rows.get(number - 1).shelf())) {
                errors.put("shelf." + number, texts.get("returns.policy.wrong.twice"));
            }
        }
        return errors;
    }

    /** Of a form without errors. */
    ReturnPolicy policy() {
        return new ReturnPolicy(
                Integer.parseInt(days),
                Integer.parseInt(faultyDays),
                Integer.parseInt(travelDays),
                rows.stream()
                        .map(row -> new ReturnPolicy.Rule(row.shelf(), Integer.parseInt(row.days())))
                        .toList());
    }

    /** Which version was changed; one that is none was never there. */
    long edited() {
        return version.matches("[0-9]{1,18}") ? Long.parseLong(version) : -1;
    }

    private static void check(Map<String, String> errors, String field, String typed, int most, Texts texts) {
        if (!typed.matches("[0-9]{1,5}") || Integer.parseInt(typed) > most) {
            errors.put(field, texts.get("returns.policy.wrong.days", most));
        }
    }

    private static String text(Map<String, String> typed, String field) {
        return Objects.requireNonNullElse(typed.get(field), "").strip();
    }
}
