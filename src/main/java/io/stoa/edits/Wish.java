package io.stoa.edits;

import io.stoa.pricing.PriceListId;
import org.jspecify.annotations.Nullable;

/** What is to become of the chosen articles; what is null stays. Prices are those of one list. */
public record Wish(
        @Nullable PriceListId list,
        @Nullable Repricing price,
        @Nullable String department,
        @Nullable String brand,
        @Nullable Renaming name) {

    /** In every language: those letters by others. */
    public record Renaming(String find, String replace) {
        public Renaming {
            if (find.isEmpty()) {
                throw new IllegalArgumentException("Nothing to find");
            }
        }
    }

    public Wish {
        if ((price == null) != (list == null)) {
            throw new IllegalArgumentException("A price is changed on one list");
        }
    }

    /** Whether it would change nothing. */
    public boolean isEmpty() {
        return price == null && department == null && brand == null && name == null;
    }
}
