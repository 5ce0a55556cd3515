package io.stoa.catalog;

import io.stoa.shared.Sku;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing to sell of a product, and what sets it apart from its sisters, such as {@code size} and {@code colour}. */
public record NewVariant(Sku sku, @Nullable Gtin gtin, Map<String, String> options) {

    public NewVariant {
        options = NewProduct.sorted(options);
    }
}
