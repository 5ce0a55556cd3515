package io.stoa.feeds;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping says about one file.
 *
 * @param as what its rows are, for whoever asked; such as {@code products}
 * @param file the name with {@code *} and {@code ?}; {@code .gz} may follow in reality
 * @param rows constant rows instead of a file
 * @param attributes further values that are kept under their own names
 * @param remember lookup name to the field that later files can look up by this row's {@code key}
 * @param skip rows that are of another kind, passed over in silence
 * @param reject rows that are refused with a reason
 * @param distinct only the first row of each {@code key} counts, in silence
 * @param keepCopies rows that repeat another to the letter are kept instead of refused
 */
public record Feed(
        String as,
        @Nullable String file,
        List<Map<String, String>> rows,
        String encoding,
        String separator,
        Map<String, Field> fields,
        Map<String, Field> attributes,
        Map<String, String> remember,
        List<Filter> skip,
        List<Filter> reject,
        boolean distinct,
        boolean keepCopies) {

    public Feed {
        rows = rows == null ? List.of() : List.copyOf(rows);
        encoding = encoding == null ? StandardCharsets.UTF_8.name() : encoding;
        separator = separator == null ? "," : separator;
        fields = fields == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        attributes = attributes == null ? Map.of() : new LinkedHashMap<>(attributes);
        remember = remember == null ? Map.of() : Map.copyOf(remember);
        skip = skip == null ? List.of() : List.copyOf(skip);
        reject = reject == null ? List.of() : List.copyOf(reject);
        if (file == null && rows.isEmpty()) {
            throw new FeedProblem("Each feed of a mapping needs a file or rows");
        }
        if (!Charset.isSupported(encoding)) {
            throw new FeedProblem("The encoding " + encoding + " is unknown");
        }
    }

    /** Whether a file of this name is meant, packed or not. */
    public boolean accepts(String name) {
        var regex = java.util.regex.Pattern.quote(String.valueOf(file))
                .replace("*", "\\E[^/]*\\Q")
                .replace("?", "\\E[^/]\\Q");
        return file != null && name.matches("(?i)(.*/)?" + regex + "(\\.gz)?");
    }

    /** Makes this feed ready to read rows. */
    public Reading reading() {
        return new Reading(this);
    }

    /** A feed whose expressions are ready; thread-confined. */
    public static final class Reading {

        private final Feed feed;
        private final Map<String, Expression> fields = new LinkedHashMap<>();
        private final Map<String, Expression> attributes = new LinkedHashMap<>();

        private final List<Filter.Ready> skip;
        private final List<Filter.Ready> reject;

        private Reading(Feed feed) {
            this.feed = feed;
            this.skip = feed.skip.stream().map(Filter::ready).toList();
            this.reject = feed.reject.stream().map(Filter::ready).toList();
            feed.fields.forEach((name, field) -> fields.put(name, new Expression(field)));
            feed.attributes.forEach((name, field) -> attributes.put(name, new Expression(field)));
        }

        public boolean looksUp() {
            return fields.values().stream().anyMatch(Expression::looksUp);
        }

        /** The columns that the file must have. */
        public Set<String> columns() {
            var columns = new TreeSet<String>();
            fields.values().forEach(field -> field.columns(columns));
            attributes.values().forEach(field -> field.columns(columns));
            feed.skip.forEach(filter -> columns.addAll(filter.when().keySet()));
            feed.reject.forEach(filter -> columns.addAll(filter.when().keySet()));
            return columns;
        }

        /** Whether the row is of another kind and none of this feed's business. */
        public boolean skips(Row row) {
            return row.fields().size() == row.columns().size()
                    && skip.stream().anyMatch(filter -> filter.matches().test(row));
        }

        /** The values of a row; refuses it as the mapping says. */
        public Values values(Row row, Lookups lookups) {
            row.check();
            for (var filter : reject) {
                if (filter.matches().test(row)) {
                    throw new BadRow(Reason.inTheWordsOf(filter.because()));
                }
            }
            return new Values(row, evaluate(fields, row, lookups), evaluate(attributes, row, lookups));
        }

        /** One value alone, whatever the rest of the row is like; empty where it cannot be read. */
        public Optional<String> value(String name, Row row, Lookups lookups) {
            try {
                row.check();
                var field = fields.get(name);
                return field == null ? Optional.empty() : Optional.ofNullable(field.evaluate(row, lookups));
            } catch (BadRow unreadable) {
                return Optional.empty();
            }
        }

        /** One number alone; empty where it cannot be read. */
        public Optional<BigDecimal> number(String name, Row row, Lookups lookups) {
            try {
                return value(name, row, lookups).map(text -> Texts.number(text, '.'));
            } catch (BadRow unreadable) {
                return Optional.empty();
            }
        }

        /** Asks for all that the row would look up, and keeps nothing; fields that look nothing up are left alone. */
        public void touch(Row row, Lookups wishes) {
            fields.forEach((name, field) -> {
                if (field.looksUp()) {
                    var _ = value(name, row, wishes);
                }
            });
        }

        private static Map<String, String> evaluate(Map<String, Expression> fields, Row row, Lookups lookups) {
            var values = new HashMap<String, String>();
            fields.forEach((name, field) -> {
                try {
                    var value = field.evaluate(row, lookups);
                    if (value != null) {
                        values.put(name, value);
                    }
                } catch (BadRow bad) {
                    throw new BadRow(bad.reason().of(name));
                }
            });
            return values;
        }
    }
}
