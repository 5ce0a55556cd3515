package io.stoa.mail;

import io.stoa.shared.CustomerId;
import io.stoa.shared.OrderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message about to be written. What has to stay between us and the reader, a code or the end of a link, is its
 * {@code secret} and stands in the text as {@link #MARK}.
 *
 * @param key the same key is the same message: written again, nothing happens
 * @param kind what it is about, such as {@code order-ready}
 * @param preview what mail programs show beside the subject
 * @param validUntil after that it is not worth sending, null for never
 */
public record Letter(
        String key,
        String kind,
        Recipient to,
        String language,
        String subject,
        String preview,
        List<Block> blocks,
        @Nullable String secret,
        @Nullable Instant validUntil,
        @Nullable CustomerId customer,
        @Nullable OrderId order) {

    /** Stands for the secret. Letters only, so that it fits a link. */
    public static final String MARK = "SECRETsecretSECRET";

    private static final int SUBJECT_MAX = 200;

    public Letter {
        subject = Recipient.line(subject, SUBJECT_MAX);
        blocks = List.copyOf(blocks);
        if (subject.isEmpty() || key.isBlank()) {
            throw new IllegalArgumentException("A letter has a key and a subject");
        }
        if (secret != null && !secret.matches("[A-Za-z0-9]{1,100}")) {
            throw new IllegalArgumentException("A secret is letters and digits, to be typed and to fit a link");
        }
    }

    /** Without a secret, worth sending whenever. */
    public static Letter of(
            String key,
            String kind,
            Recipient to,
            String language,
            String subject,
            String preview,
            List<Block> blocks) {
        return new Letter(key, kind, to, language, subject, preview, blocks, null, null, null, null);
    }

    public Letter about(@Nullable CustomerId whom, @Nullable OrderId what) {
        return new Letter(key, kind, to, language, subject, preview, blocks, secret, validUntil, whom, what);
    }

    public Letter keeping(@Nullable String newSecret, @Nullable Instant until) {
        return new Letter(key, kind, to, language, subject, preview, blocks, newSecret, until, customer, order);
    }
}
