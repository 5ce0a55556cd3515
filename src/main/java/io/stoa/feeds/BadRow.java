package io.stoa.feeds;

/** One row cannot be used. The message is the reason, in words for the rejected-rows file. */
public final class BadRow extends RuntimeException {

    public BadRow(String reason) {
        super(reason, null, false, false);
    }

    /** The reason for the rejected-rows file. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
