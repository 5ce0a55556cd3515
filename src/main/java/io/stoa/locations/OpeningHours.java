package io.stoa.locations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * When doors are open: spans for each day of the week, and dates (holidays, sales) that have spans of their own or none. A
 * span that ends at or before its start ends on the next day, so {@code 20:00-02:00} is a night and {@code 00:00-00:00} a
 * whole day. Local time; the place's zone is given when asking, so that the hours stay right when clocks change.
 *
 * <p>Written as a subset of OpenStreetMap's opening_hours: {@code Mo-Fr 09:00-18:00; Sa 10:00-14:00,15:00-17:00; 2026-12-25
 * off}, or {@code 24/7}. The empty text means never.
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> week, Map<LocalDate, List<Span>> exceptions) {

    public static final OpeningHours ALWAYS = parse("24/7");
    public static final OpeningHours NEVER = parse("");

    static final int DAYS_AHEAD = 60;

    /** From one local time until another, the latter excluded. */
    public record Span(LocalTime from, LocalTime until) {

        Instant start(LocalDate day, ZoneId zone) {
            return day.atTime(from).atZone(zone).toInstant();
        }

        Instant end(LocalDate day, ZoneId zone) {
            var last = until.isAfter(from) ? day : day.plusDays(1);
            return last.atTime(until).atZone(zone).toInstant();
        }

        @Override
        public String toString() {
            return from + "-" + until;
        }
    }

    public OpeningHours {
        week = new TreeMap<>(week);
        exceptions = new TreeMap<>(exceptions);
    }

    /** Reads the written form. Anything it does not understand is an {@link IllegalArgumentException} that names the part. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OpeningHours parse(String text) {
        return OpeningHoursText.read(text);
    }

    public boolean isOpen(Instant moment, ZoneId zone) {
        var today = moment.atZone(zone).toLocalDate();
        return covers(today.minusDays(1), moment, zone) || covers(today, moment, zone);
    }

    /** That moment if open then, else the next start of a span within {@value #DAYS_AHEAD} days. */
    public Optional<Instant> nextOpening(Instant moment, ZoneId zone) {
        if (isOpen(moment, zone)) {
            return Optional.of(moment);
        }
        var today = moment.atZone(zone).toLocalDate();
        return IntStream.rangeClosed(0, DAYS_AHEAD)
                .mapToObj(today::plusDays)
                .flatMap(day -> on(day).stream().map(span -> span.start(day, zone)))
                .filter(moment::isBefore)
                .findFirst();
    }

    /** The spans that begin on that day, in order; empty when closed. */
    public List<Span> on(LocalDate day) {
        return exceptions.getOrDefault(day, week.getOrDefault(day.getDayOfWeek(), List.of()));
    }

    /** The written form; {@link #parse} reads it back. */
    @JsonValue
    @Override
    public String toString() {
        return OpeningHoursText.write(this);
    }

    private boolean covers(LocalDate day, Instant moment, ZoneId zone) {
        return on(day).stream()
                .anyMatch(span -> !moment.isBefore(span.start(day, zone)) && moment.isBefore(span.end(day, zone)));
    }
}
