package io.stoa.inventory;

import io.stoa.events.NewEvent;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Payload of {@code inventory.stock_changed}: counters after a write, in pieces. A write tells many rows in one event, whose key
 * is that of the first row, {@code stock:SKU@location}. Of two events that tell the same row the larger version is the newer.
 */
public record StockChanged(List<Row> rows) {

    public static final String TYPE = "inventory.stock_changed";

    /** A longer event would be compressed and kept beside the log's page. */
    static final int ROWS_MAX = 12;

    /** One stock row. */
    public record Row(
            Sku sku,
            LocationId location,
            int onHand,
            int held,
            int allocated,
            int safety,
            int available,
            int over,
            long version) {

        private static Row of(Availability a) {
            return new Row(
                    a.sku(),
                    a.location(),
                    a.onHand(),
                    a.held(),
                    a.allocated(),
                    a.safety(),
                    a.available(),
                    a.over(),
                    a.version());
        }

        /** As an event that tells this row first is keyed. */
        public String key() {
            return "stock:" + sku + "@" + location;
        }
    }

    /** Events of before rows were told together have none: their key names the only one. */
    public StockChanged(@Nullable List<Row> rows) {
        this.rows = List.copyOf(Objects.requireNonNullElse(rows, List.of()));
    }

    static List<NewEvent> events(List<Availability> changed, Touchpoint touchpoint) {
        var events = new ArrayList<NewEvent>();
        for (int from = 0; from < changed.size(); from += ROWS_MAX) {
            var rows = changed.subList(from, Math.min(changed.size(), from + ROWS_MAX)).stream().map(Row::of).toList();
            var first = rows.getFirst();
            events.add(NewEvent.of(TYPE, first.key(), first.version(), touchpoint, new StockChanged(rows)));
        }
        return events;
    }
}
