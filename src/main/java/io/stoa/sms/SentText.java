package io.stoa.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A text message as the outbox keeps it; its code is covered but in a demo. {@code cause} is why it was not sent the last time. */
public record SentText(
        long id, String kind, String to, String words, SmsState state, int attempts, @Nullable String cause, Instant writtenAt) {}
