package io.stoa.bins;

import io.stoa.catalog.Catalog;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where things are found at a place: one bin for each SKU, or none. Thread-safe. */
@Component
public class Bins {

    private final BinTable table;
    private final Catalog catalog;
    private final Locations locations;
    private final EventLog log;

    Bins(BinTable table, Catalog catalog, Locations locations, EventLog log) {
        this.table = table;
        this.catalog = catalog;
        this.locations = locations;
        this.log = log;
    }

    /** Those of these SKUs that have a bin there; one query. */
    public Map<Sku, Bin> at(LocationId location, Collection<Sku> skus) {
        return table.of(location, skus).stream().collect(Collectors.toMap(Found::sku, Found::bin));
    }

    /** All that have a bin there in the order of SKUs, after a SKU. */
    public Page<Found> list(LocationId location, String after, int size) {
        int limit = Page.clamp(size);
        return Page.of(table.after(location, after, limit + 1), limit, found -> found.sku().value());
    }

    /** Says where it is found from now on; null nowhere in particular. False when there is no such article, or no stock at such a place. */
    @Transactional
    public boolean put(Sku sku, LocationId location, @Nullable Bin bin, Touchpoint touchpoint) {
        if (!catalog.items(List.of(sku)).containsKey(sku)
                || locations.find(location).filter(Location::hasStock).isEmpty()) {
            return false;
        }
        var fact = new BinChanged(sku, location, bin);
        table.put(location, sku, bin)
                .ifPresent(version -> log.append(List.of(NewEvent.of(BinChanged.TYPE, fact.key(), version, touchpoint, fact))));
        return true;
    }
}
