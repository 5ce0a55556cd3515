package io.stoa.returns;

/** What becomes of goods that came back. */
public enum Disposition {
    /** On sale again at the place that received them. */
    RESTOCK,
    /** Kept there as damaged, out of sale. */
    DAMAGE
}
