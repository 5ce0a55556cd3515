package io.stoa.feeds;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rows to leave out: every named column matches its regular expression as a whole. Says why. */
public record Filter(Map<String, String> when, String because) {

    public Filter {
        when = Map.copyOf(when);
        if (because == null || when.isEmpty()) {
            throw new FeedProblem("A filter needs 'when' and 'because'");
        }
    }

    /** The same, made ready to be asked many times. */
    Ready ready() {
        Predicate<Row> all = row -> true;
        for (var column : when.entrySet()) {
            var pattern = Pattern.compile(column.getValue(), Pattern.DOTALL);
            all = all.and(row -> pattern.matcher(row.get(column.getKey())).matches());
        }
        return new Ready(all, because);
    }

    /** A filter whose expressions are compiled. */
    record Ready(Predicate<Row> matches, String because) {}
}
