package io.stoa.search;

import io.stoa.catalog.ProductId;
import io.stoa.shared.Sku;
import org.jspecify.annotations.Nullable;

/** An article in a long list: what its first SKU costs on the web in minor units, if anything, and at how many places any of it is. */
public record ListedArticle(ProductId product, Sku first, @Nullable Long price, int places) {}
