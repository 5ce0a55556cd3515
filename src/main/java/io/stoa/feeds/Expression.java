package io.stoa.feeds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A {@link Field} made ready to be evaluated many times. The value of a row is a text, or null where there is none. */
final class Expression {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    private final Field field;
    private final boolean looksUp;
    private final List<Step> steps = new ArrayList<>();

    private interface Step {
        @Nullable
        String apply(String text, Row row, Lookups lookups);
    }

    Expression(Field field) {
        this.field = field;
        this.looksUp = looksUp(field);
        shape();
        type();
        relate();
    }

    @Nullable
    String evaluate(Row row, Lookups lookups) {
        @Nullable String text = start(row);
        for (var step : steps) {
            if (text == null || text.isEmpty()) {
                return field.otherwise();
            }
            text = step.apply(text, row, lookups);
        }
        return text == null || text.isEmpty() ? field.otherwise() : text;
    }

    /** The columns that must be there. */
    void columns(Set<String> into) {
        if (field.from() != null) {
            into.add(field.from());
        }
        if (field.text() != null) {
            PLACE.matcher(field.text()).results().forEach(place -> into.add(place.group(1)));
        }
        if (field.times() != null) {
            new Expression(field.times()).columns(into);
        }
    }

    boolean looksUp() {
        return looksUp;
    }

    private static boolean looksUp(Field field) {
        return field.lookup() != null || (field.times() != null && looksUp(field.times()));
    }

    private String start(Row row) {
        if (field.value() != null) {
            return field.value();
        }
        return field.text() != null
                ? PLACE.matcher(field.text())
                        .replaceAll(place -> Matcher.quoteReplacement(row.get(place.group(1))))
                        .strip()
                : row.get(Objects.requireNonNull(field.from()));
    }

    private void shape() {
        if (field.json() != null) {
            var pointer = field.json();
            add(text -> Texts.json(text, pointer));
        }
        field.replace().forEach((regex, replacement) -> add(replacing(Pattern.compile(regex), replacement)));
        if (field.pattern() != null) {
            add(matching(Pattern.compile(field.pattern(), Pattern.DOTALL)));
        }
        if (!field.map().isEmpty()) {
            add(mapping(field.map()));
        }
        if (field.change() != null) {
            add(changing(field.change()));
        }
    }

    private void type() {
        if (field.gtin() != null) {
            var prefix = field.gtin();
            add(text -> Texts.gtin(prefix, text));
        }
        if (field.date() != null) {
            var format = Texts.format(field.date());
            var zone = field.zone() == null ? ZoneOffset.UTC : ZoneId.of(field.zone());
            add(text -> Texts.instant(text, format, zone).toString());
        }
        if (field.decimal() != null) {
            var mark = field.decimal().charAt(0);
            add(text -> Texts.number(text, mark).toPlainString());
        }
    }

    private void relate() {
        var lookup = field.lookup();
        if (lookup != null) {
            steps.add((text, row, lookups) -> found(lookup, text, lookups));
        }
        if (field.times() != null) {
            var factor = new Expression(field.times());
            steps.add((text, row, lookups) -> product(text, factor.evaluate(row, lookups)));
        }
        var decimals = field.decimals();
        if (decimals != null) {
            add(text -> Texts.number(text, '.')
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .toPlainString());
        }
    }

    private void add(UnaryOperator<String> step) {
        steps.add((text, row, lookups) -> step.apply(text));
    }

    private static UnaryOperator<String> replacing(Pattern regex, String replacement) {
        return text -> regex.matcher(text).replaceAll(replacement).strip();
    }

    private static UnaryOperator<String> matching(Pattern pattern) {
        return text -> {
            var match = pattern.matcher(text);
            if (!match.matches()) {
                throw new BadRow(Why.FORM, "… has not the shape " + pattern, text);
            }
            var group = match.groupCount() == 0 ? text : match.group(1);
            return group == null ? "" : group.strip();
        };
    }

    private static UnaryOperator<String> mapping(Map<String, String> map) {
        return text -> map.getOrDefault(text, map.getOrDefault("*", text));
    }

    private static UnaryOperator<String> changing(Field.Change change) {
        return switch (change) {
            case slug -> Texts::slug;
            case upper -> text -> text.toUpperCase(Locale.ROOT);
            case lower -> text -> text.toLowerCase(Locale.ROOT);
        };
    }

    private static @Nullable String found(Field.Lookup lookup, String key, Lookups lookups) {
        var value = lookups.find(lookup.name(), key);
        if (value == null && !lookup.optional()) {
            throw new BadRow(Why.UNKNOWN, "no " + lookup.name() + " is known for …", key);
        }
        return value;
    }

    private static @Nullable String product(String text, @Nullable String factor) {
        return factor == null
                ? null
                : new BigDecimal(text).multiply(new BigDecimal(factor)).toPlainString();
    }
}
