package io.stoa.catalog;

import io.stoa.shared.Sku;
import java.util.Map;
import java.util.Set;

/** A {@link SellableItem} before its language is known; this is what stays in memory. */
record Item(
        Sku sku,
        ProductId productId,
        Map<String, String> titles,
        String variantTitle,
        String taxCategory,
        String imageUrl,
        String category,
        Set<String> shelves,
        boolean sellable) {

    SellableItem in(String language) {
        var title = Languages.pick(titles, language);
        return new SellableItem(sku, productId, title, variantTitle, taxCategory, imageUrl, category, shelves, sellable);
    }
}
