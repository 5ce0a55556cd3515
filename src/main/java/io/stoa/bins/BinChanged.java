package io.stoa.bins;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import org.jspecify.annotations.Nullable;

/** Payload of {@code bins.changed}: where a SKU is found at a place from now on; null nowhere in particular. Key {@code bin:SKU@location}. */
public record BinChanged(Sku sku, LocationId location, @Nullable Bin bin) {

    public static final String TYPE = "bins.changed";

    String key() {
        return topic(sku, location);
    }

    /** What a page listens for that shows the bin. */
    public static String topic(Sku sku, LocationId location) {
        return "bin:" + sku + "@" + location;
    }
}
