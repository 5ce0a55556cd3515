package io.stoa.shop.seen;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Product;
import io.stoa.catalog.Variant;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.pricing.Pricing;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.shop.Market;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * What lies in each store and costs there, for Google's local inventory and those who read the same: a line per store and
 * SKU, parted by tabs, written as it is read. Beyond {@value #COUNTED} pieces nobody is told how many, as on the pages.
 */
@Controller
class StoresFeed {

    private static final String HEAD = "store_code\tid\tquantity\tprice\tavailability\n";
    private static final int BATCH = 200;
    private static final int COUNTED = 20;
    private static final int FEW = 3;

    private final Catalog catalog;
    private final Inventory inventory;
    private final Locations locations;
    private final Pricing pricing;
    private final Market market;
    private final Turns turns;

    StoresFeed(Catalog catalog, Inventory inventory, Locations locations, Pricing pricing, Market market, Turns turns) {
        this.catalog = catalog;
        this.inventory = inventory;
        this.locations = locations;
        this.pricing = pricing;
        this.market = market;
        this.turns = turns;
    }

    @GetMapping("/feeds/local-inventory.tsv")
    void all(HttpServletResponse response) throws IOException {
        write(stores(), response);
    }

    @GetMapping("/feeds/local-inventory/{store:[a-z0-9][a-z0-9-]{0,39}}.tsv")
    void one(@PathVariable String store, HttpServletResponse response) throws IOException {
        var asked = stores().get(new LocationId(store));
        if (asked == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        write(Map.of(asked.id(), asked), response);
    }

    private void write(Map<LocationId, Location> stores, HttpServletResponse response) throws IOException {
        try (var _ = turns.take()) {
            response.setContentType("text/tab-separated-values;charset=UTF-8");
            var out = response.getWriter();
            out.write(HEAD);
            @Nullable String after = "0";
            while (after != null) {
                var page = catalog.published(after, BATCH);
                lines(out, page.items(), stores);
                after = page.next();
            }
            out.flush();
        }
    }

    private void lines(Writer out, List<Product> products, Map<LocationId, Location> stores) throws IOException {
        var skus = products.stream().flatMap(GoodsFeed::offered).map(Variant::sku).toList();
        var prices = new HashMap<String, Map<Sku, Money>>();
        for (var rows : inventory.availability(skus).values()) {
            for (var row : rows) {
                var store = stores.get(row.location());
                if (store != null) {
                    var here = prices.computeIfAbsent(store.group(), group -> pricing.prices(skus, market.currency(), group));
                    line(out, row, here.get(row.sku()));
                }
            }
        }
    }

    private static void line(Writer out, Availability row, @Nullable Money price) throws IOException {
        if (price != null) {
            int pieces = Math.min(COUNTED, row.available());
            out.write(row.location() + "\t" + row.sku() + "\t" + pieces + "\t" + LinkedData.amount(price) + " "
                    + price.currency().getCurrencyCode() + "\t" + said(pieces) + "\n");
        }
    }

    private static String said(int pieces) {
        if (pieces == 0) {
            return "out_of_stock";
        }
        return pieces <= FEW ? "limited_availability" : "in_stock";
    }

    private Map<LocationId, Location> stores() {
        return locations.byId().values().stream()
                .filter(place -> place.kind() == Location.Kind.STORE && place.open())
                .collect(Collectors.toMap(Location::id, place -> place));
    }
}
