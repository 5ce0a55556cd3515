package io.stoa.feeds;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a mapping says where one value comes from, applied in the order of these components. In a mapping file a plain text
 * is short for {@code {from: text}}.
 *
 * @param from a column
 * @param text a text with {@code {column}} in it, instead of {@code from}
 * @param value a constant, instead of {@code from}
 * @param json a JSON pointer into the value, such as {@code /brand}; an array becomes a list with commas
 * @param replace regular expressions and what replaces every match ({@code $1} is a group), in order
 * @param pattern must match the whole value, otherwise the row is refused; the first group, if any, becomes the value
 * @param map replaces whole values; {@code "*"} stands for all others, without it they stay
 * @param change {@code slug} (São Paulo: sao-paulo), {@code upper}, {@code lower}
 * @param gtin makes a number a GTIN-13 with these leading digits and a valid check digit
 * @param date {@code iso} or a pattern such as {@code M/d/yyyy}; dates without a time mean noon
 * @param zone where times without an offset are, UTC when missing
 * @param decimal the decimal mark of a number or an amount of money, {@code "."} or {@code ","}
 * @param lookup the value is a key; what an earlier file remembered under it becomes the value, nothing refuses the row
 * @param times multiplies by another number
 * @param decimals rounds half up
 * @param otherwise the value when there is none
 */
public record Field(
        @Nullable String from,
        @Nullable String text,
        @Nullable String value,
        @Nullable String json,
        Map<String, String> replace,
        @Nullable String pattern,
        Map<String, String> map,
        @Nullable Change change,
        @Nullable String gtin,
        @Nullable String date,
        @Nullable String zone,
        @Nullable String decimal,
        @Nullable Lookup lookup,
        @Nullable Field times,
        @Nullable Integer decimals,
        @Nullable String otherwise) {

    /** Ways to change how a text is written. */
    public enum Change {
        slug,
        upper,
        lower
    }

    /** What to look up, and whether a key that nobody remembered refuses the row. */
    public record Lookup(String name, boolean optional) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Lookup required(String name) {
            return new Lookup(name, false);
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public Lookup {}
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Field {
        replace = ordered(replace);
        map = ordered(map);
        if (from == null && text == null && value == null) {
            throw new FeedProblem("A field needs one of from, text, value");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Field column(String from) {
        return new Field(
                from, null, null, null, Map.of(), null, Map.of(), null, null, null, null, null, null, null, null, null);
    }

    // The order of replacements matters, which Map.copyOf would lose.
    private static Map<String, String> ordered(@Nullable Map<String, String> map) {
        return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
