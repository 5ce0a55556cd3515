package io.stoa.pricing.promotions;

/**
 * What becomes of a promotion where others of its group hold too. Whatever the group, those of different groups add up.
 *
 * @param group a name that its members share; of promotions that stack it says nothing
 */
public record Combination(Mode mode, String group) {

    public static final Combination STACKING = new Combination(Mode.STACKING, "");

    private static final int NAME_MAX = 40;

    /** How many of a group hold in one purchase. */
    public enum Mode {
        /** All, one on what the other left. */
        STACKING,
        /** The first that takes something off. */
        EXCLUSIVE,
        /** That with which the purchase costs least in the end. */
        BEST_DEAL
    }

    public Combination {
        group = group.strip();
        if (group.length() > NAME_MAX || (group.isEmpty() && mode != Mode.STACKING)) {
            throw new IllegalArgumentException("A group of promotions has a name of 1 to 40 characters");
        }
    }

    boolean is(Mode other) {
        return mode == other;
    }
}
