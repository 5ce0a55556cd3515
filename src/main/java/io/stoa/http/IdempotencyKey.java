package io.stoa.http;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a client sends as {@value #HEADER} so that it may repeat a request without doing it twice: 1 to {@value #LENGTH_MAX}
 * visible ASCII characters. Take it as {@code @RequestHeader(IdempotencyKey.HEADER) IdempotencyKey key}.
 */
public record IdempotencyKey(@JsonValue String value) {

    public static final String HEADER = "Idempotency-Key";
    public static final int LENGTH_MAX = 255;

    public IdempotencyKey {
        if (value.isEmpty() || value.length() > LENGTH_MAX || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "An Idempotency-Key has 1 to 255 visible ASCII characters without blanks");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
