package io.stoa.returns;

/** Why a customer gives something back. */
public enum ReturnReason {
    CHANGED_MIND,
    DOES_NOT_FIT,
    NOT_AS_DESCRIBED,
    WRONG_ARTICLE,
    FAULTY,
    TOO_LATE,
    OTHER;

    /** Whether it is the shop's fault: it was not what was sold. */
    public boolean isFault() {
        return this == FAULTY || this == NOT_AS_DESCRIBED || this == WRONG_ARTICLE;
    }
}
