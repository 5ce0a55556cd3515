package io.stoa.pricing;

import io.stoa.shared.Money;
import io.stoa.shared.Sku;

/** What one piece of a SKU costs on a price list. */
public record ListedPrice(Sku sku, Money price) {}
