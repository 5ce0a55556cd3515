package io.stoa.reviews;

import io.stoa.catalog.ProductId;
import io.stoa.shared.OrderId;
import java.time.Instant;

/** An opinion about a product, by whoever has the order; the language is that of the page on which it was written. */
public record Review(
        ReviewId id,
        ProductId product,
        OrderId order,
        Opinion opinion,
        String language,
        boolean hidden,
        Instant writtenAt,
        long version) {}
