package io.stoa.bins;

import io.stoa.shared.Sku;

/** A SKU and where it is found. */
public record Found(Sku sku, Bin bin) {}
