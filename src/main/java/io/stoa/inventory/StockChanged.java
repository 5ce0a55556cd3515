package io.stoa.inventory;

import io.stoa.events.NewEvent;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.List;

/** Payload of {@code inventory.stock_changed}: the counters after the change, in pieces. Key {@code stock:SKU@location}. */
public record StockChanged(
        Sku sku, LocationId location, int onHand, int held, int allocated, int safety, int available, int over) {

    public static final String TYPE = "inventory.stock_changed";

    /** One event for each row, at its version. */
    static List<NewEvent> events(List<Availability> changed, Touchpoint touchpoint) {
        return changed.stream()
                .map(row -> NewEvent.of(TYPE, "stock:" + row.sku() + "@" + row.location(), row.version(), touchpoint, of(row)))
                .toList();
    }

    private static StockChanged of(Availability a) {
        return new StockChanged(
                a.sku(), a.location(), a.onHand(), a.held(), a.allocated(), a.safety(), a.available(), a.over());
    }
}
