package io.stoa.office.audit;

import io.stoa.events.AuditQuery;
import io.stoa.shared.OrderId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of the log is wanted, as the page's address says it; days are those of the reader's own clock. */
public record AuditFilter(
        String person, String kind, String subject, @Nullable LocalDate from, @Nullable LocalDate until) {

    /** Steps on the way to what is then done; told only to who asks for one of them, or for one subject. */
    static final Set<String> STEPS =
            Set.of("edits.wished", "edits.prepared", "edits.advanced", "imports.upload_checked", "imports.upload_advanced");

    AuditQuery query(@Nullable Long before, int size, ZoneId zone) {
        var order = order();
        return new AuditQuery(
                empty(person),
                empty(kind),
                order == null ? empty(subject) : null,
                order,
                start(from, zone),
                start(until == null ? null : until.plusDays(1), zone),
                kind.isEmpty() && subject.isEmpty() ? STEPS : Set.of(),
                before,
                size);
    }

    /** A number alone is an order's, as people write it. */
    private @Nullable OrderId order() {
        var number = subject.startsWith("order:") ? subject.substring(6) : subject;
        return number.matches("[1-9][0-9]{0,17}") ? new OrderId(Long.parseLong(number)) : null;
    }

    String address(String file) {
        var parts = Stream.of(
                        said("person", person), said("kind", kind), said("subject", subject), said("from", from), said("until", until))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return AuditPage.HERE + file + "?" + parts;
    }

    /** Whether it asks for everything. */
    public boolean isEmpty() {
        return equals(new AuditFilter("", "", "", null, null));
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String said(String name, @Nullable Object value) {
        return value == null || value.toString().isEmpty()
                ? ""
                : name + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
