package io.stoa.catalog;

import io.stoa.shared.Sku;

/** What a cart, a till or an order needs to know of a SKU. Not sellable: a draft, withdrawn, or no longer offered. */
public record SellableItem(
        Sku sku,
        ProductId productId,
        String title,
        String variantTitle,
        String taxCategory,
        String imageUrl,
        String category,
        boolean sellable) {}
