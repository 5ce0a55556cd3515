package io.stoa.bench;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Text;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.locations.Capability;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.locations.OpeningHours;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/**
 * So many articles at one price of 15.00 before 10 % tax at one place, so many pieces of each, and fewer of the last one.
 */
public record Assortment(int skus, int pieces, int scarce) {

    public static final LocationId PLACE = new LocationId("bench");

    static final Currency USD = Currency.getInstance("USD");

    private static final int BATCH = 500;
    private static final long CENTS = 1500;
    private static final String GROUP = "bench";
    private static final PriceListId PRICES = new PriceListId("bench");

    static Assortment of(Environment environment) {
        return new Assortment(
                environment.getProperty("bench.skus", Integer.class, 0),
                environment.getProperty("bench.pieces", Integer.class, 0),
                environment.getProperty("bench.scarce", Integer.class, 0));
    }

    /** As settings of {@link ShopMain}. */
    public Map<String, String> settings() {
        return Map.of(
                "bench.skus", Integer.toString(skus),
                "bench.pieces", Integer.toString(pieces),
                "bench.scarce", Integer.toString(scarce));
    }

    /** How many pieces of an article there are in the beginning. */
    public int pieces(int sku) {
        return sku == skus - 1 ? scarce : pieces;
    }

    public static Sku sku(int number) {
        return new Sku(String.format(Locale.ROOT, "B%05d", number));
    }

    /** Fills an empty shop; what is there already stays. */
    void fill(ApplicationContext context) {
        var inventory = context.getBean(Inventory.class);
        if (skus == 0 || !inventory.availability(List.of(sku(skus - 1))).isEmpty()) {
            return;
        }
        place(context.getBean(Locations.class), PLACE);
        var pricing = context.getBean(Pricing.class);
        pricing.saveList(new PriceList(PRICES, USD, GROUP, false, null, null), Touchpoint.SYSTEM);
        pricing.setTax(GROUP, "standard", 1000, Touchpoint.SYSTEM);
        for (int from = 0; from < skus; from += BATCH) {
            fill(context, pricing, inventory, from, Math.min(skus, from + BATCH));
        }
    }

    private void fill(ApplicationContext context, Pricing pricing, Inventory inventory, int from, int to) {
        var batch = IntStream.range(from, to).mapToObj(Assortment::sku).toList();
        var published = context.getBean(Catalog.class)
                .publishAll(batch.stream().map(Assortment::product).toList(), Touchpoint.SYSTEM);
        pricing.setPrices(
                PRICES,
                batch.stream().collect(Collectors.toMap(Function.identity(), sku -> new Money(CENTS, USD))),
                Touchpoint.SYSTEM);
        var receipts = IntStream.range(from, to)
                .mapToObj(number -> receipt(sku(number), PLACE, pieces(number)))
                .toList();
        if (published.size() != batch.size() || inventory.move(receipts, Touchpoint.SYSTEM) != batch.size()) {
            throw new IllegalStateException("The shop was not filled");
        }
    }

    static Movement receipt(Sku sku, LocationId place, int pieces) {
        return new Movement("bench:" + sku + "@" + place, sku, place, MovementKind.RECEIVED, pieces, "bench");
    }

    static void place(Locations locations, LocationId id) {
        locations.save(
                new Location(
                        id,
                        id.value(),
                        Location.Kind.STORE,
                        null,
                        null,
                        ZoneId.of("UTC"),
                        OpeningHours.ALWAYS,
                        EnumSet.allOf(Capability.class),
                        GROUP,
                        true),
                Touchpoint.SYSTEM);
    }

    private static NewProduct product(Sku sku) {
        return new NewProduct(
                sku.value(),
                Map.of("en", new Text("Article " + sku, "")),
                "Bench",
                null,
                "standard",
                Map.of(),
                List.of(),
                List.of(new NewVariant(sku, null, Map.of())));
    }
}
