package io.stoa.routing;

import io.stoa.inventory.Availability;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be promised as far as this batch knows: what was read, less what earlier requests of the batch were routed to.
 * Not thread-safe; lives as long as one batch.
 */
public final class StockView {

    private final Map<Sku, Map<LocationId, Integer>> available = new HashMap<>();

    public StockView(Collection<List<Availability>> rows) {
        rows.forEach(ofSku -> ofSku.forEach(row ->
                available.computeIfAbsent(row.sku(), sku -> new HashMap<>()).put(row.location(), row.available())));
    }

    int at(Sku sku, LocationId location) {
        return available.getOrDefault(sku, Map.of()).getOrDefault(location, 0);
    }

    /** Where the SKU lies, with how many. */
    Map<LocationId, Integer> of(Sku sku) {
        return available.getOrDefault(sku, Map.of());
    }

    /** Keeps what a request was routed to from the requests after it. */
    public void take(List<Part> parts) {
        parts.forEach(part -> part.lines()
                .forEach(piece -> available
                        .computeIfAbsent(piece.sku(), sku -> new HashMap<>())
                        .merge(part.location(), -piece.quantity().units(), Integer::sum)));
    }
}
