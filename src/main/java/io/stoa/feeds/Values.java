package io.stoa.feeds;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The named values of one row, normalised. Asking for a value that is missing or of another type is a {@link BadRow}. */
public record Values(Row row, Map<String, String> texts, Map<String, String> attributes) {

    public String text(String name) {
        return optional(name).orElseThrow(() -> new BadRow(new Reason(Why.MISSING, name, name + " is missing", null)));
    }

    public Optional<String> optional(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    public int integer(String name) {
        return as(name, text -> Texts.number(text, '.').intValueExact(), Why.WHOLE, "a whole number");
    }

    public BigDecimal decimal(String name) {
        return as(name, text -> Texts.number(text, '.'), Why.NUMBER, "a number");
    }

    public Instant instant(String name) {
        return as(name, Instant::parse, Why.TIME, "a time");
    }

    /** The value made something else by a function that refuses with an {@link IllegalArgumentException}. */
    public <T> T as(String name, Function<String, T> reading, Why why, String what) {
        var text = text(name);
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | java.time.DateTimeException unreadable) {
            throw new BadRow(new Reason(why, name, name + " … is not " + what, text));
        }
    }
}
