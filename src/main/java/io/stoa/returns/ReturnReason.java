package io.stoa.returns;

/** Why a customer gives something back. */
public enum ReturnReason {
    CHANGED_MIND,
    DOES_NOT_FIT,
    NOT_AS_DESCRIBED,
    WRONG_ARTICLE,
    FAULTY,
    TOO_LATE,
    OTHER
}
