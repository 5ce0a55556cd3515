package io.stoa.pricing;

import io.stoa.shared.Sku;

/** A SKU costs something else on a list, in minor units of the list's currency. */
public record PriceChanged(PriceListId list, Sku sku, long minor, String currency) {

    public static final String TYPE = "pricing.price_changed";

    String key() {
        return "price:" + sku + "@" + list;
    }
}
