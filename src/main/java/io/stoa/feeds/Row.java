package io.stoa.feeds;

import java.util.List;
import java.util.Map;

/** One record of a file: the line on which it begins (1 is the first of the file), and its fields as they stand there. */
public record Row(String file, long line, Map<String, Integer> columns, List<String> fields) {

    /** The field of a column that is known to exist, without the blanks around it. */
    String get(String column) {
        var index = columns.get(column);
        if (index == null) {
            throw new FeedProblem(file + " has no column " + column);
        }
        return fields.get(index).strip();
    }

    /** The record as one line of CSV again. */
    public String raw() {
        var raw = new StringBuilder();
        for (var field : fields) {
            raw.append(raw.isEmpty() ? "" : ",").append(quoted(field));
        }
        return raw.toString();
    }

    void check() {
        if (fields.size() != columns.size()) {
            throw new BadRow(Why.CELLS, "has " + fields.size() + " fields where the header has " + columns.size());
        }
        for (var field : fields) {
            if (field.indexOf('\uFFFD') >= 0) {
                throw new BadRow(Why.DAMAGED, "holds a damaged character: is the encoding right?");
            }
            if (field.indexOf('\0') >= 0) {
                throw new BadRow(Why.DAMAGED, "holds a NUL character");
            }
        }
    }

    private static String quoted(String field) {
        var plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
