package io.stoa.mail;

import io.stoa.shared.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the outbox keeps it.
 *
 * @param dueAt when it is tried next, while it waits
 * @param cause why it was not sent the last time, in the words of the server
 */
public record Message(
        long id,
        String kind,
        Recipient to,
        String language,
        String subject,
        MessageState state,
        int attempts,
        Instant dueAt,
        @Nullable String cause,
        @Nullable OrderId order,
        Instant writtenAt,
        @Nullable Instant endedAt) {}
