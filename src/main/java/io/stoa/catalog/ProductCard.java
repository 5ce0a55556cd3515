package io.stoa.catalog;

import io.stoa.shared.Sku;
import org.jspecify.annotations.Nullable;

/** A product in a list: enough to show it, price it by its first SKU, and go to it. */
public record ProductCard(
        ProductId productId,
        String code,
        String title,
        @Nullable String brand,
        String category,
        Sku firstSku,
        String imageUrl,
        int variants) {}
