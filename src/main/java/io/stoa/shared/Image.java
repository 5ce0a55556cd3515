package io.stoa.shared;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A picture that is kept and shown: its bytes, their media type, and their hash, which names it, so that no name ever shows another. */
public final class Image {

    private final String hash;
    private final String type;
    private final byte[] content;

    /** As it was kept. */
    public Image(String hash, String type, byte[] content) {
        this.hash = hash;
        this.type = type;
        this.content = content.clone();
    }

    /** @param type the media type, such as {@code image/png} */
    public static Image of(String type, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new Image(HexFormat.of().formatHex(digest), type, content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256", impossible);
        }
    }

    /** SHA-256 of its bytes, in 64 hexadecimal digits. */
    public String hash() {
        return hash;
    }

    public String type() {
        return type;
    }

    public byte[] content() {
        return content.clone();
    }

    /** Why a file cannot be shown as what it was brought for. */
    public static final class Unfit extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String what;

        /** @param what what is wrong, in one word, for the words of a page */
        public Unfit(String wanted, String what) {
            super(wanted + ": " + what);
            this.what = what;
        }

        public String what() {
            return what;
        }
    }
}
