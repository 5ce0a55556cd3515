package io.stoa.catalog;

import io.stoa.shared.Sku;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Products to test with. */
final class Products {

    private Products() {}

    static NewProduct product(String code, String title, String category, NewVariant... variants) {
        return new NewProduct(
                code,
                Map.of("en", Text.of(title)),
                category,
                "Stoa",
                "standard",
                Map.of(),
                List.of(),
                List.of(variants));
    }

    static NewProduct product(String code, String title, String category) {
        return product(code, title, category, variant(code + "-1"));
    }

    static NewProduct product(String code, Map<String, Text> texts, String category) {
        return new NewProduct(
                code, texts, category, null, "standard", Map.of(), List.of(), List.of(variant(code + "-1")));
    }

    static NewVariant variant(String sku) {
        return variant(sku, null);
    }

    static NewVariant variant(String sku, @Nullable String gtin) {
        return new NewVariant(new Sku(sku), gtin == null ? null : new Gtin(gtin), Map.of("size", "M"));
    }
}
