package io.stoa.purchasing;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;

/** Payload of {@code purchasing.point_set} and {@code .point_removed}. Key {@code reorder:SKU@location}. */
public record PointChanged(Sku sku, LocationId location) {

    public static final String SET = "purchasing.point_set";
    public static final String REMOVED = "purchasing.point_removed";
}
