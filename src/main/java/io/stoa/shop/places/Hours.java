package io.stoa.shop.places;

import io.stoa.locations.Location;
import io.stoa.locations.OpeningHours;
import io.stoa.page.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says when a store is open, by its own clock. */
@Component
class Hours {

    private static final int WEEK = 7;

    private final Clock clock;

    Hours(Clock clock) {
        this.clock = clock;
    }

    boolean open(Location store) {
        return store.isOpen(clock.instant());
    }

    /** For now: {@code Open until 20:00}, {@code Opens Monday 10:00}. */
    String now(Location store, Texts texts) {
        var now = clock.instant();
        if (!store.isOpen(now)) {
            return store.nextOpening(now)
                    .map(opening -> texts.get("find.hours.opens", day(opening, store, texts), time(opening, store, texts)))
                    .orElseGet(() -> texts.get("shop.places.shut"));
        }
        return closing(store, now)
                .map(until -> texts.get("shop.places.open", time(until, store, texts)))
                .orElseGet(() -> texts.get("shop.places.always"));
    }

    /** When the doors that are open shut, spans that meet taken as one; empty when they do not shut within a day. */
    private static Optional<Instant> closing(Location store, Instant now) {
        var day = LocalDate.ofInstant(now, store.zone());
        var ends = Stream.of(day.minusDays(1), day, day.plusDays(1))
                .flatMap(on -> store.hours().on(on).stream().map(span -> end(span, on, store)))
                .filter(now::isBefore)
                .filter(end -> !store.isOpen(end))
                .sorted()
                .findFirst();
        return ends.filter(end -> end.isBefore(now.plus(1, ChronoUnit.DAYS)));
    }

    private static Instant end(OpeningHours.Span span, LocalDate day, Location store) {
        var last = span.until().isAfter(span.from()) ? day : day.plusDays(1);
        return last.atTime(span.until()).atZone(store.zone()).toInstant();
    }

    /** The days to come, today first; a day that is not as usual has its date. */
    List<Places.Day> week(Location store, Texts texts) {
        var today = LocalDate.ofInstant(clock.instant(), store.zone());
        return IntStream.range(0, WEEK)
                .mapToObj(today::plusDays)
                .map(day -> new Places.Day(name(day, store, texts), spans(store.hours().on(day), texts), day.equals(today)))
                .toList();
    }

    private static String name(LocalDate day, Location store, Texts texts) {
        return store.hours().exceptions().containsKey(day)
                ? texts.promise(day)
                : day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, texts.locale());
    }

    private static String spans(List<OpeningHours.Span> spans, Texts texts) {
        if (spans.isEmpty()) {
            return texts.get("find.hours.closed");
        }
        if (spans.stream().anyMatch(span -> span.from().equals(span.until()))) {
            return texts.get("shop.places.always");
        }
        return spans.stream()
                .map(span -> texts.get("find.hours.span", texts.time(span.from()), texts.time(span.until())))
                .collect(Collectors.joining(", "));
    }

    private String day(Instant moment, Location store, Texts texts) {
        var today = LocalDate.ofInstant(clock.instant(), store.zone());
        var day = LocalDate.ofInstant(moment, store.zone());
        long days = ChronoUnit.DAYS.between(today, day);
        if (days >= WEEK) {
            return texts.promise(day);
        }
        return days > 1
                ? day.getDayOfWeek().getDisplayName(TextStyle.FULL, texts.locale())
                : texts.get(days == 0 ? "shop.today" : "shop.tomorrow");
    }

    private static String time(Instant moment, Location store, Texts texts) {
        return texts.time(LocalTime.from(moment.atZone(store.zone())));
    }
}
