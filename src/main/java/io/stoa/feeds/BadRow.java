package io.stoa.feeds;

/** One row cannot be used. The message is the reason, in words for the rejected-rows file. */
public final class BadRow extends RuntimeException {

    private final transient Reason reason;

    public BadRow(Reason reason) {
        super(reason.sentence(), null, false, false);
        this.reason = reason;
    }

    public BadRow(Why why, String general) {
        this(new Reason(why, general));
    }

    /** @param general with … where the value is quoted */
    public BadRow(Why why, String general, String value) {
        this(new Reason(why, general, value));
    }

    public Reason reason() {
        return reason;
    }
}
