package io.stoa.search;

import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;

/** What goods cost on the web, told by the shop, which knows whose prices hold there. */
public interface WebPrices {

    Currency currency();

    /** Of those that have a price. */
    Map<Sku, Money> prices(Collection<Sku> skus);
}
