package io.stoa.imports.demo;

import io.stoa.bins.Bin;
import io.stoa.bins.Bins;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.SellableItem;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Where things lie in the demo's stores: every department is a zone, and its shelves are numbered. Made once, as all of the demo. */
@Component
class DemoBins {

    private static final int ON_A_SHELF = 3;

    private final Bins bins;
    private final Catalog catalog;
    private final Inventory inventory;
    private final Locations locations;
    private final TransactionTemplate transaction;

    DemoBins(Bins bins, Catalog catalog, Inventory inventory, Locations locations, TransactionTemplate transaction) {
        this.bins = bins;
        this.catalog = catalog;
        this.inventory = inventory;
        this.locations = locations;
        this.transaction = transaction;
    }

    void load() {
        transaction.executeWithoutResult(status ->
                locations.all().stream().filter(Location::hasStock).forEach(this::load));
    }

    private void load(Location store) {
        var there = inventory.at(store.id(), "", Page.SIZE_MAX).items().stream().map(Availability::sku).toList();
        var items = new ArrayList<>(catalog.items(there).values());
        var departments = List.copyOf(new TreeSet<>(items.stream().map(DemoBins::department).toList()));
        for (int zone = 0; zone < departments.size(); zone++) {
            var department = departments.get(zone);
            var shelved = items.stream()
                    .filter(item -> department(item).equals(department))
                    .sorted(Comparator.comparing(SellableItem::category).thenComparing(SellableItem::sku))
                    .toList();
            for (int i = 0; i < shelved.size(); i++) {
                var bin = new Bin("%c-%d".formatted('A' + zone, 1 + i / ON_A_SHELF));
                var _ = bins.put(shelved.get(i).sku(), store.id(), bin, Touchpoint.SYSTEM);
            }
        }
    }

    private static String department(SellableItem item) {
        return item.category().split("/")[0];
    }
}
