package io.stoa.reviews;

/** What became of a wish to say something. */
public sealed interface ReviewOutcome {

    record Done(Review review) implements ReviewOutcome {}

    /** No order of that number has such an article, or nothing of it was handed over yet. */
    record NotTheirs() implements ReviewOutcome {}
}
