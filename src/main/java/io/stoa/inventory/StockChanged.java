package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;

/** Payload of {@code inventory.stock_changed}: the counters after the change, in pieces. Key {@code stock:SKU@location}. */
public record StockChanged(
        Sku sku, LocationId location, int onHand, int held, int allocated, int safety, int available, int over) {

    public static final String TYPE = "inventory.stock_changed";

    static StockChanged of(Availability a) {
        return new StockChanged(
                a.sku(), a.location(), a.onHand(), a.held(), a.allocated(), a.safety(), a.available(), a.over());
    }
}
