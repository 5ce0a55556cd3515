package io.stoa.page;

import java.util.List;
import java.util.Locale;

/** A small line of values for a chart of 100 by 30 units whose axis begins at zero. */
public record Spark(List<Long> values) {

    private static final double WIDTH = 100;
    private static final double HEIGHT = 30;

    public Spark {
        values = List.copyOf(values);
    }

    /** The path of the line. */
    public String line() {
        var most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
        var step = values.size() < 2 ? WIDTH : WIDTH / (values.size() - 1);
        var path = new StringBuilder();
        for (var i = 0; i < values.size(); i++) {
            var y = HEIGHT - (HEIGHT - 2) * values.get(i) / most;
            path.append(String.format(Locale.ROOT, "%s%.2f %.2f", i == 0 ? "M" : "L", i * step, y));
        }
        return path.isEmpty() ? "M0 30H100" : path.toString();
    }

    /** The path of the area under the line. */
    public String area() {
        return line() + "L100 30L0 30Z";
    }
}
