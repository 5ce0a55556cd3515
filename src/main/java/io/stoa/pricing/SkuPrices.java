package io.stoa.pricing;

import java.util.Map;

/** What a SKU costs on each list that has it, in minor units of the list's currency. */
record SkuPrices(Map<PriceListId, Long> minorByList) {

    SkuPrices {
        minorByList = Map.copyOf(minorByList);
    }
}
