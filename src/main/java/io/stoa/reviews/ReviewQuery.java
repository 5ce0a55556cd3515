package io.stoa.reviews;

import io.stoa.catalog.ProductId;
import org.jspecify.annotations.Nullable;

/** Which reviews, newest first; null stands for all. {@code before} is the last of the page before. */
public record ReviewQuery(
        @Nullable ProductId product, @Nullable Integer stars, @Nullable Boolean hidden, @Nullable ReviewId before, int size) {

    /** What everybody may read about a product. */
    public static ReviewQuery shown(ProductId product, @Nullable ReviewId before, int size) {
        return new ReviewQuery(product, null, false, before, size);
    }
}
