package io.stoa.events;

import io.stoa.shared.OrderId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of what happened to list, newest first. Without a subject it is what the staff did; with one, what anybody did to it.
 *
 * @param login of a member of the staff, or null for all
 * @param type of an event, or null for all
 * @param key what it is about, such as {@code staff:anna}, or null
 * @param order everything about that order in every module, or null
 * @param from not before, or null
 * @param until before, or null
 * @param without kinds of events to leave out
 * @param before the number of the event before which the page begins, or null for the newest
 */
public record AuditQuery(
        @Nullable String login,
        @Nullable String type,
        @Nullable String key,
        @Nullable OrderId order,
        @Nullable Instant from,
        @Nullable Instant until,
        Set<String> without,
        @Nullable Long before,
        int size) {

    AuditQuery page(@Nullable Long later, int limit) {
        return new AuditQuery(login, type, key, order, from, until, without, later, limit);
    }
}
