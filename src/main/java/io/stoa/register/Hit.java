package io.stoa.register;

import io.stoa.page.Picture;
import org.jspecify.annotations.Nullable;

/**
 * An article that the search found: with a SKU it can go straight into the basket; without one it comes in variants, and
 * {@code product} leads to them. The stock is a sentence, and its style marks few and none.
 */
public record Hit(
        @Nullable String sku,
        String product,
        String title,
        @Nullable String detail,
        @Nullable String price,
        @Nullable String stock,
        String amount,
        Picture picture) {}
