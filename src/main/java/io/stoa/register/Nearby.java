package io.stoa.register;

import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.page.Texts;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What lies here, who else has it and how far that is. */
@Component
class Nearby {

    private static final int FEW = 3;

    private final Inventory inventory;
    private final Locations locations;

    Nearby(Inventory inventory, Locations locations) {
        this.inventory = inventory;
        this.locations = locations;
    }

    /** How many pieces of each article every open place can promise. One query. */
    Map<Sku, Map<Location, Integer>> stock(Collection<Sku> skus) {
        var places = locations.byId();
        var stock = new HashMap<Sku, Map<Location, Integer>>();
        inventory.availability(skus).forEach((sku, rows) -> stock.put(sku, byPlace(rows, places)));
        return stock;
    }

    private static Map<Location, Integer> byPlace(List<Availability> rows, Map<LocationId, Location> places) {
        var pieces = new HashMap<Location, Integer>();
        for (var row : rows) {
            var place = places.get(row.location());
            if (place != null && place.open()) {
                pieces.put(place, row.available());
            }
        }
        return pieces;
    }

    /** How many can be sent home, wherever they lie. */
    static int shippable(Map<Location, Integer> stock) {
        return stock.entrySet().stream()
                .filter(place -> place.getKey().hasStock() && place.getKey().offers(Capability.SHIP))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The nearest other place that has some, as a sentence: {@code Leeds has 3, 0.8 mi away}. */
    Optional<String> nearest(Map<Location, Integer> stock, Location here, Texts texts) {
        return stock.entrySet().stream()
                .filter(place -> place.getValue() > 0 && place.getKey().hasStock() && !place.getKey().id().equals(here.id()))
                .min(Comparator.comparing(Map.Entry::getKey, byDistance(here)))
                .map(place -> has(place.getKey(), place.getValue(), here, texts));
    }

    private static String has(Location place, int pieces, Location here, Texts texts) {
        var distance = distance(place, here, texts);
        return distance == null
                ? texts.count("till.has", pieces, place.name())
                : texts.count("till.has.away", pieces, place.name(), distance);
    }

    /** All places with stock of their own and what they have: this one first, then the nearest. */
    List<StockReport.Place> places(Sku sku, Location here, Texts texts) {
        var stock = stock(List.of(sku)).getOrDefault(sku, Map.of());
        return locations.all().stream()
                .filter(place -> place.open() && place.hasStock())
                .sorted(Comparator.comparing((Location place) -> !place.id().equals(here.id()))
                        .thenComparing(byDistance(here)))
                .map(place -> place(place, stock.getOrDefault(place, 0), here, texts))
                .toList();
    }

    private static StockReport.Place place(Location place, int pieces, Location here, Texts texts) {
        var mine = place.id().equals(here.id());
        return new StockReport.Place(
                place.name(),
                mine ? texts.count("till.here", pieces) : texts.count("till.left", pieces),
                amount(pieces),
                mine,
                mine ? null : distance(place, here, texts));
    }

    static String amount(int pieces) {
        if (pieces == 0) {
            return "none";
        }
        return pieces <= FEW ? "few" : "";
    }

    private static @Nullable String distance(Location place, Location here, Texts texts) {
        var kilometres = kilometres(place, here.coordinates());
        return kilometres == Double.MAX_VALUE ? null : texts.distance(kilometres);
    }

    private static Comparator<Location> byDistance(Location here) {
        return Comparator.comparingDouble((Location place) -> kilometres(place, here.coordinates()))
                .thenComparing(Location::name);
    }

    private static double kilometres(Location place, @Nullable Coordinates from) {
        var to = place.coordinates();
        return from == null || to == null ? Double.MAX_VALUE : from.kilometresTo(to);
    }
}
