package io.stoa.office;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times that forms know as whole days of the zone of the house, the first and the last of which are in; nothing stands for no end. */
public final class Days {

    private static final ZoneId ZONE = ZoneId.systemDefault();

    private Days() {}

    /** The day that begins or holds that time. */
    public static @Nullable String first(@Nullable Instant from) {
        return from == null ? null : LocalDate.ofInstant(from, ZONE).toString();
    }

    /** The day that ends or is broken off at that time. */
    public static @Nullable String last(@Nullable Instant until) {
        return until == null ? null : LocalDate.ofInstant(until.minusMillis(1), ZONE).toString();
    }

    /** When a typed day begins. */
    public static @Nullable Instant begin(String typed) {
        return typed.isEmpty() ? null : LocalDate.parse(typed).atStartOfDay(ZONE).toInstant();
    }

    /** When a typed day is over. */
    public static @Nullable Instant end(String typed) {
        return typed.isEmpty() ? null : LocalDate.parse(typed).plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** Whether both can be read and the last is not before the first. */
    public static boolean fit(String first, String last) {
        try {
            var begin = begin(first);
            var end = end(last);
            return begin == null || end == null || begin.isBefore(end);
        } catch (DateTimeParseException unread) {
            return false;
        }
    }
}
