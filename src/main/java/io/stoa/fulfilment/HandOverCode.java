package io.stoa.fulfilment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;

/** What a customer shows to collect: six characters, none of which looks like another, from 244 million codes. */
final class HandOverCode {

    /** Without 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B. */
    static final String ALPHABET = "ACDEFGHJKMNPQRTUVWXY34679";

    static final int LENGTH = 6;

    private static final SecureRandom RANDOM = new SecureRandom();

    private HandOverCode() {}

    static String next() {
        return RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .reduce("", String::concat);
    }

    /** Takes as long for a good guess as for a bad one. Blanks, dashes and small letters do not matter. */
    static boolean matches(String code, String typed) {
        return MessageDigest.isEqual(bytes(code), bytes(tidy(typed)));
    }

    static String tidy(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
