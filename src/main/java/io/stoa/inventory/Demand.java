package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;

/** So many pieces of one SKU from one location, for one line of the owner. */
public record Demand(int line, Sku sku, LocationId location, Quantity quantity) {}
