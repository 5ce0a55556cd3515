package io.stoa.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/** Makes and hashes secrets of machines, which are random and therefore need no slow hash. Thread-safe. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without 0 O 1 I l, so that a secret can be read out. */
    private static final String ALPHABET = "23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";

    private Secrets() {}

    /** That many characters of 5.8 bits each; 32 are beyond all guessing. */
    public static String random(int characters) {
        return RANDOM.ints(characters, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, i) -> text.append(ALPHABET.charAt(i)), StringBuilder::append)
                .toString();
    }

    /** SHA-256, 32 bytes. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }
}
