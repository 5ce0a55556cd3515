package io.stoa.feeds;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows to leave out: every named column matches its regular expression as a whole. Says why. */
public record Filter(Map<String, Pattern> when, String because) {

    public Filter {
        when = when.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, e -> Pattern.compile(e.getValue().pattern(), Pattern.DOTALL)));
    }

    boolean matches(Row row) {
        return when.entrySet().stream()
                .allMatch(column ->
                        column.getValue().matcher(row.get(column.getKey())).matches());
    }
}
