package io.stoa.locations;

import io.stoa.locations.OpeningHours.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The written form of {@link OpeningHours}. */
final class OpeningHoursText {

    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final String ALWAYS = "24/7";
    private static final String CLOSED = "off";
    private static final int LENGTH_MAX = 4000;

    private OpeningHoursText() {}

    static OpeningHours read(String text) {
        var week = new EnumMap<DayOfWeek, List<Span>>(DayOfWeek.class);
        var exceptions = new TreeMap<LocalDate, List<Span>>();
        if (text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("Opening hours have at most 4000 characters");
        }
        Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(rule -> !rule.isEmpty())
                .forEach(rule -> {
                    try {
                        readRule(rule, week, exceptions);
                    } catch (DateTimeException wrong) {
                        throw unreadable(rule, wrong);
                    }
                });
        return new OpeningHours(week, exceptions);
    }

    static String write(OpeningHours hours) {
        var rules = new ArrayList<String>();
        hours.week().forEach((day, spans) -> rules.add(DAYS.get(day.getValue() - 1) + " " + write(spans)));
        hours.exceptions().forEach((date, spans) -> rules.add(date + " " + write(spans)));
        return String.join("; ", rules);
    }

    private static void readRule(String rule, Map<DayOfWeek, List<Span>> week, Map<LocalDate, List<Span>> exceptions) {
        if (rule.equals(ALWAYS)) {
            readRule("Mo-Su 00:00-00:00", week, exceptions);
            return;
        }
        var parts = rule.split("\\s+", 2);
        if (parts.length < 2) {
            throw unreadable(rule, null);
        }
        var spans = spans(parts[1]);
        if (Character.isDigit(rule.charAt(0))) {
            exceptions.put(LocalDate.parse(parts[0]), spans);
        } else {
            Arrays.stream(parts[0].split(",")).forEach(days -> days(days).forEach(day -> week.put(day, spans)));
        }
    }

    private static List<DayOfWeek> days(String text) {
        var ends = text.split("-", 2);
        int first = DAYS.indexOf(ends[0]);
        int last = DAYS.indexOf(ends[ends.length - 1]);
        if (first < 0 || last < first) {
            throw unreadable(text, null);
        }
        return Arrays.asList(DayOfWeek.values()).subList(first, last + 1);
    }

    private static List<Span> spans(String text) {
        if (text.strip().equals(CLOSED)) {
            return List.of();
        }
        return Arrays.stream(text.split(","))
                .map(OpeningHoursText::span)
                .sorted(Comparator.comparing(Span::from))
                .toList();
    }

    private static Span span(String text) {
        var ends = text.strip().split("-", 2);
        if (ends.length < 2) {
            throw unreadable(text, null);
        }
        return new Span(time(ends[0]), time(ends[1]));
    }

    /** Midnight at the end of a day is often written 24:00. */
    private static LocalTime time(String text) {
        return LocalTime.parse(text.strip().replace("24:00", "00:00"));
    }

    private static String write(List<Span> spans) {
        return spans.isEmpty() ? CLOSED : spans.stream().map(Span::toString).collect(Collectors.joining(","));
    }

    private static IllegalArgumentException unreadable(String part, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "Opening hours look like 'Mo-Fr 09:00-18:00; 2026-12-25 off', not '" + part + "'", cause);
    }
}
