package io.stoa.catalog;

import io.stoa.shared.Sku;
import java.util.Set;

/**
 * What a cart, a till or an order needs to know of a SKU. Not sellable: a draft, withdrawn, or no longer offered.
 *
 * @param category the path of the shelf on which it stands
 * @param shelves that shelf and those above it, by slug; none while it is not on any
 */
public record SellableItem(
        Sku sku,
        ProductId productId,
        String title,
        String variantTitle,
        String taxCategory,
        String imageUrl,
        String category,
        Set<String> shelves,
        boolean sellable) {}
