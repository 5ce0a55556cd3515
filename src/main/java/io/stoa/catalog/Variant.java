package io.stoa.catalog;

import io.stoa.shared.Sku;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing of a product that is sold; {@code offered} is false once the product was published without it. */
public record Variant(Sku sku, @Nullable Gtin gtin, Map<String, String> options, boolean offered) {

    /** What sets it apart, such as {@code Green / M}; empty for an only child. */
    public String title() {
        return String.join(" / ", options.values());
    }
}
