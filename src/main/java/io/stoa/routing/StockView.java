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

    private final Map<Sku, Map<LocationId, Integer>> available;
    private final int keptBack;

    private StockView(Map<Sku, Map<LocationId, Integer>> available, int keptBack) {
        this.available = available;
        this.keptBack = keptBack;
    }

    public StockView(Collection<List<Availability>> rows) {
        this(new HashMap<>(), 0);
        rows.forEach(ofSku -> ofSku.forEach(row ->
                available.computeIfAbsent(row.sku(), sku -> new HashMap<>()).put(row.location(), row.available())));
    }

    /** The same stock, of which every place keeps so many pieces of each SKU to itself. */
    StockView keeping(int pieces) {
        return new StockView(available, pieces);
    }

    int at(Sku sku, LocationId location) {
        return available.getOrDefault(sku, Map.of()).getOrDefault(location, 0) - keptBack;
    }

    /** Where the SKU lies, with how many, those kept back among them. */
    Map<LocationId, Integer> of(Sku sku) {
        return available.getOrDefault(sku, Map.of());
    }

    /** An independent one that begins with the same pieces. */
    public StockView copy() {
        var copied = new HashMap<Sku, Map<LocationId, Integer>>();
        available.forEach((sku, places) -> copied.put(sku, new HashMap<>(places)));
        return new StockView(copied, keptBack);
    }

    /** Puts back what was taken. */
    public void put(List<Part> parts) {
        parts.forEach(part -> part.lines().forEach(piece -> add(piece.sku(), part.location(), piece.quantity().units())));
    }

    /** Keeps what a request was routed to from the requests after it. */
    public void take(List<Part> parts) {
        parts.forEach(part -> part.lines().forEach(piece -> add(piece.sku(), part.location(), -piece.quantity().units())));
    }

    private void add(Sku sku, LocationId place, int pieces) {
        available.computeIfAbsent(sku, any -> new HashMap<>()).merge(place, pieces, Integer::sum);
    }
}
