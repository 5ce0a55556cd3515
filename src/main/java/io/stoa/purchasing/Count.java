package io.stoa.purchasing;

import io.stoa.shared.Quantity;

/** Pieces of one SKU that came at once: fit for sale, and damaged. */
public record Count(int good, int damaged) {

    static final Count NONE = new Count(0, 0);

    public Count {
        if (good < 0 || damaged < 0 || good > Quantity.UNITS_MAX || damaged > Quantity.UNITS_MAX) {
            throw new IllegalArgumentException("Of each SKU 0 to 100000 pieces come");
        }
    }

    int came() {
        return good + damaged;
    }
}
