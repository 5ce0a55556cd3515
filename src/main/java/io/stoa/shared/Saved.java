package io.stoa.shared;

/** What came of a change that was made only if the expected version was there. */
public sealed interface Saved {

    /** It is as asked now, in this version. */
    record Done(long version, boolean created) implements Saved {}

    /** Something else is there than was expected; nothing was changed. */
    record Stale() implements Saved {}
}
