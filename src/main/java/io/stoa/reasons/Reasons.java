package io.stoa.reasons;

import io.stoa.catalog.Catalog;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceReason;
import io.stoa.pricing.PriceRequest;
import io.stoa.pricing.Pricing;
import io.stoa.purchasing.Purchasing;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the doors answer to "why?". Reads only; thread-safe. */
@Component
public class Reasons {

    private final Pricing pricing;
    private final Catalog catalog;
    private final Locations locations;
    private final Inventory inventory;
    private final Purchasing purchasing;
    private final Clock clock;

    Reasons(
            Pricing pricing, Catalog catalog, Locations locations, Inventory inventory, Purchasing purchasing, Clock clock) {
        this.pricing = pricing;
        this.catalog = catalog;
        this.locations = locations;
        this.inventory = inventory;
        this.purchasing = purchasing;
        this.clock = clock;
    }

    /**
     * Why so many pieces of it, bought alone, cost there through that door what they cost now, in the currency in which that place
     * sells. Empty when there is no such article, no such place, or nothing is sold there in any currency.
     */
    public Optional<PriceReason> price(Sku sku, Quantity pieces, LocationId place, Channel door) {
        var item = Optional.ofNullable(catalog.items(List.of(sku)).get(sku));
        var group = locations.find(place).map(Location::group);
        var currency = group.flatMap(pricing::usual).map(PriceList::currency);
        return item.flatMap(there -> currency.map(paid -> {
            var line = new PriceRequest.Line(sku, pieces, there.taxCategory(), there.shelves());
            return pricing.why(new PriceRequest(paid, group.orElseThrow(), door, List.of(line)), sku);
        }));
    }

    /** Why so many of it can be promised there now, and no more. Empty when there is no such article or place. */
    public Optional<StockReason> stock(Sku sku, LocationId place) {
        if (!catalog.items(List.of(sku)).containsKey(sku)) {
            return Optional.empty();
        }
        return locations.find(place).map(there -> {
            var rows = inventory.availability(List.of(sku)).getOrDefault(sku, List.of());
            var row = rows.stream()
                    .filter(one -> one.location().equals(place))
                    .findFirst()
                    .orElseGet(() -> new Availability(sku, place, 0, 0, 0, 0, 0, 0, 0, 0));
            int elsewhere = rows.stream()
                    .filter(one -> !one.location().equals(place) && isOpen(one.location()))
                    .mapToInt(Availability::available)
                    .sum();
            var today = LocalDate.ofInstant(clock.instant(), there.zone());
            return new StockReason(sku, place, row, elsewhere, purchasing.expected(sku, today).orElse(null));
        });
    }

    private boolean isOpen(LocationId place) {
        return locations.find(place).filter(Location::open).isPresent();
    }
}
