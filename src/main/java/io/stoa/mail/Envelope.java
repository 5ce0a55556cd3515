package io.stoa.mail;

import org.jspecify.annotations.Nullable;

/** A message that is taken out to be sent; its secret still sealed. */
record Envelope(
        long id,
        String kind,
        String messageId,
        Recipient to,
        String language,
        String subject,
        Body body,
        @Nullable String sealed,
        int attempts) {}
