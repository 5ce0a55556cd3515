package io.stoa.pricing;

/** What becomes of a price list or of a promotion when something is priced. */
public enum Fate {
    /** The price is that of this list; this promotion takes something off. */
    APPLIES,
    SWITCHED_OFF,
    OTHER_CURRENCY,
    /** It is for other location groups. */
    OTHER_GROUP,
    OTHER_DOOR,
    NOT_YET,
    OVER,
    /** Another list has a price too, and comes first. */
    AFTER_ANOTHER,
    /** What it is about costs too little together. */
    BELOW_MINIMUM,
    /** There are too few pieces of what it is about, or nothing is left to take off. */
    TOO_FEW,
    /** Another one holds, and of these only one does. */
    EXCLUDED,
    /** With another one it costs less, and of these only the best deal holds. */
    BEATEN;

    /** Whether it may hold yet, when more is bought. */
    public boolean isNear() {
        return this == BELOW_MINIMUM || this == TOO_FEW;
    }
}
