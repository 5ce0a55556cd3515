package io.stoa.feeds;

/** A whole file or mapping cannot be used; the message says which and what to do. */
public class FeedProblem extends RuntimeException {

    public FeedProblem(String message) {
        super(message);
    }

    public FeedProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
