package io.stoa.counting;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** A wish to count these articles at a place; no article means all that the books have there. The key makes repeating safe. */
public record NewSheet(String key, LocationId location, Set<Sku> skus) {

    /** More is counted in several sheets. */
    public static final int LINES_MAX = 5_000;

    public NewSheet {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("A key has 1 to 200 characters");
        }
        if (skus.size() > LINES_MAX) {
            throw new IllegalArgumentException("A count sheet has at most 5000 articles");
        }
        skus = Collections.unmodifiableSet(new TreeSet<>(skus));
    }
}
