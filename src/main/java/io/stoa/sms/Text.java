package io.stoa.sms;

import io.stoa.shared.CustomerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text message about to be written; its secret, a code, stands in the words as {@link #MARK}.
 *
 * @param key the same key is the same message: written again, nothing happens
 * @param to E.164, such as {@code +441134960000}
 * @param validUntil after that it is not worth sending
 */
public record Text(
        String key, String kind, String to, String words, String secret, Instant validUntil, @Nullable CustomerId customer) {

    /** Stands for the secret. */
    public static final String MARK = "SECRETsecretSECRET";

    /** Ten parts of a message; carriers take no more. */
    private static final int WORDS_MAX = 1_500;

    public Text {
        if (!to.matches("\\+[1-9][0-9]{5,14}")) {
            throw new IllegalArgumentException("A text message goes to a number such as +441134960000");
        }
        if (words.isBlank() || words.length() > WORDS_MAX || !secret.matches("[A-Za-z0-9]{1,100}")) {
            throw new IllegalArgumentException("A text message has 1 to 1,500 characters, a secret letters and digits");
        }
    }
}
