package io.stoa.office.purchasing;

import io.stoa.catalog.Catalog;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.office.purchasing.PurchasesShown.Choice;
import io.stoa.page.Texts;
import io.stoa.purchasing.SupplierId;
import io.stoa.purchasing.Suppliers;
import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What suppliers, places and articles are called. */
@Component
public class Names {

    private final Suppliers suppliers;
    private final Locations locations;
    private final Catalog catalog;

    Names(Suppliers suppliers, Locations locations, Catalog catalog) {
        this.suppliers = suppliers;
        this.locations = locations;
        this.catalog = catalog;
    }

    List<Choice> suppliers() {
        return suppliers.all().stream()
                .map(one -> new Choice(one.value().id().toString(), one.value().name()))
                .toList();
    }

    String supplier(SupplierId id) {
        return suppliers.find(id).map(one -> one.value().name()).orElseGet(id::toString);
    }

    /** Where goods can be delivered to. */
    public List<Choice> places() {
        return locations.byId().values().stream()
                .filter(Location::hasStock)
                .sorted(Location.byName())
                .map(place -> new Choice(place.id().value(), place.name()))
                .toList();
    }

    /** Every SKU has a title: that of an article that is gone is the SKU itself. */
    public Map<Sku, String> titles(Collection<Sku> skus, Texts texts) {
        var items = catalog.items(skus, texts.language());
        var titles = new HashMap<Sku, String>();
        for (var sku : skus) {
            var item = items.get(sku);
            titles.put(
                    sku,
                    item == null
                            ? sku.value()
                            : item.variantTitle().isBlank() ? item.title() : item.title() + ", " + item.variantTitle());
        }
        return titles;
    }
}
