package io.stoa.feeds;

import io.stoa.shared.Json;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads texts as others write them: money, dates, JSON, names. What cannot be read is a {@link BadRow}. */
final class Texts {

    private static final int BRIEF_LENGTH = 40;
    private static final int NUMBER_LENGTH_MAX = 40;
    private static final Pattern PLAIN = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern MONEY = Pattern.compile(
            "(?<open>[-+(]?)\\s*(?:\\p{Sc}|[A-Z]{3})?\\s*(?<sign>-?)(?<body>[0-9.,'\u00A0\u202F ]+?)\\s*(?:\\p{Sc}|[A-Z]{3})?\\s*(?<close>\\)?)");
    private static final Pattern BLANK = Pattern.compile("['\u00A0\u202F ]");
    private static final Pattern POINT = Pattern.compile("(?:\\d+|\\d{1,3}(?:[,_]\\d{3})+)?(?:\\.\\d+)?");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("[['T'][' ']HH:mm[:ss]]")
            .optionalStart()
            .appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true)
            .optionalEnd()
            .appendPattern("[XXX]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Texts() {}

    /** A number or an amount such as {@code $1,299.00}, {@code (12.50)} or, with a comma, {@code 1.299,00 €}; exact. */
    static BigDecimal number(String text, char mark) {
        if (text.length() <= NUMBER_LENGTH_MAX) {
            if (mark == '.' && PLAIN.matcher(text).matches()) {
                return new BigDecimal(text);
            }
            var money = MONEY.matcher(text);
            if (money.matches()
                    && money.group("open").equals("(") == money.group("close").equals(")")) {
                var negative = money.group("open").matches("[-(]")
                        ^ money.group("sign").equals("-");
                var amount = amount(money.group("body"), mark);
                if (amount != null) {
                    return negative ? amount.negate() : amount;
                }
            }
        }
        throw new BadRow(Why.NUMBER, "… is not a number", text);
    }

    // Thousands are either grouped by the other mark in threes, or by blanks and apostrophes.
    private static @Nullable BigDecimal amount(String body, char mark) {
        var english = mark == '.' ? body : body.replace('.', '_').replace(',', '.');
        var compact = BLANK.matcher(english).replaceAll("");
        return !compact.isEmpty() && POINT.matcher(compact).matches()
                ? new BigDecimal(compact.replaceAll("[,_]", ""))
                : null;
    }

    static DateTimeFormatter format(String pattern) {
        // In strict mode 'y' is the year of an era, which nobody means.
        return pattern.equals("iso")
                ? ISO
                : DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
                        .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Times are kept to the microsecond, as the database does. A date alone means noon. */
    static Instant instant(String text, DateTimeFormatter format, ZoneId zone) {
        try {
            var time = format.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            var instant = switch (time) {
                case OffsetDateTime exact -> exact.toInstant();
                case LocalDateTime local -> local.atZone(zone).toInstant();
                default ->
                    LocalDate.from(time).atTime(LocalTime.NOON).atZone(zone).toInstant();
            };
            return instant.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException unreadable) {
            throw new BadRow(Why.TIME, "… is not a date as the mapping expects it", text);
        }
    }

    static String json(String text, String pointer) {
        try {
            return flat(Json.MAPPER.readTree(text).at(pointer));
        } catch (JacksonException broken) {
            throw new BadRow(Why.FORM, "… is not JSON", text);
        }
    }

    /** {@code São Paulo} becomes {@code sao-paulo}. */
    static String slug(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /** GTIN-13: prefix, the number filled up with zeros, and the check digit (weights 1 and 3 from the left). */
    static String gtin(String prefix, String number) {
        var zeros = 12 - prefix.length() - number.length();
        if (zeros < 0 || !number.matches("\\d+")) {
            throw new BadRow(Why.GTIN, "… does not fit a GTIN with the prefix " + prefix, number);
        }
        var digits = prefix + "0".repeat(zeros) + number;
        var sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    static String brief(String text) {
        return text.length() <= BRIEF_LENGTH ? text : text.substring(0, BRIEF_LENGTH) + "…";
    }

    private static String flat(JsonNode node) {
        return node.isArray()
                ? node.valueStream().map(Texts::flat).collect(Collectors.joining(", "))
                : node.isMissingNode() || node.isNull() ? "" : node.asString("").strip();
    }
}
