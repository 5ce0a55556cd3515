package io.stoa.secrets;

import java.nio.charset.StandardCharsets;

/** A password that somebody chooses: at least {@value #CHARACTERS_MIN} characters, at most {@value #BYTES_MAX} bytes of UTF-8. */
public record Password(String text) {

    public static final int CHARACTERS_MIN = 8;
    /** What bcrypt reads; more would be accepted and ignored, which is worse than refused. */
    public static final int BYTES_MAX = 72;

    public Password {
        if (text.codePointCount(0, text.length()) < CHARACTERS_MIN || bytes(text) > BYTES_MAX) {
            throw new IllegalArgumentException("A password has at least 8 characters and at most 72 bytes");
        }
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Never shows the password, so that no log can. */
    @Override
    public String toString() {
        return "(password)";
    }
}
