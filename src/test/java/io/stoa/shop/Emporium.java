package io.stoa.shop;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Text;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.locations.Address;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A clothes shop in Yorkshire with three stores and a few articles, for walking through its pages. */
class Emporium {

    static final LocationId LEEDS = new LocationId("leeds");
    static final LocationId YORK = new LocationId("york");
    static final LocationId HULL = new LocationId("hull");

    static final LocationId ISLAND = new LocationId("st-helier");

    private static final Currency POUNDS = Currency.getInstance("GBP");
    private static final PriceListId LIST = new PriceListId("uk");
    private static final String GROUP = "uk";

    private final Catalog catalog;
    private final Locations locations;
    private final Pricing pricing;
    private final Inventory inventory;

    Emporium(Catalog catalog, Locations locations, Pricing pricing, Inventory inventory) {
        this.catalog = catalog;
        this.locations = locations;
        this.pricing = pricing;
        this.inventory = inventory;
    }

    /** Opens the stores; again does nothing. */
    void open() {
        pricing.saveList(PriceList.always(LIST, POUNDS, GROUP, true), Touchpoint.SYSTEM);
        pricing.setTax(GROUP, "standard", 2000, Touchpoint.SYSTEM);
        place(LocationId.WEB, "Web", Location.Kind.WEB, null, null, EnumSet.of(Capability.SELL));
        store(LEEDS, "Leeds", "12 Long Street", "LS1 4AB", new Coordinates(53.797, -1.542));
        store(YORK, "York", "1 The Shambles", "YO1 7LZ", new Coordinates(53.959, -1.080));
        store(HULL, "Kingston upon Hull", "40 Whitefriargate", "HU1 2HW", new Coordinates(53.744, -0.337));
        locations.learnPostcodes("GB", Map.of("LS1 4AB", new Coordinates(53.797, -1.542), "HU1", new Coordinates(53.744, -0.337)));
    }

    /** A new article of one size each; answers the SKU of its first size. */
    Sku article(String title, String category, long pence, String... sizes) {
        var code = "A" + UUID.randomUUID().toString().substring(0, 8);
        var variants = List.of(sizes).stream()
                .map(size -> new NewVariant(new Sku(code + "-" + size), null, Map.of("Size", size)))
                .toList();
        var attributes = Map.of("Care", "Machine wash at 30 degrees");
        var description = "Woven cotton, cut straight, with side pockets and a lining that does not cling.";
        var ignored = catalog.publish(
                new NewProduct(
                        code,
                        Map.of("en", new Text(title, description)),
                        category,
                        "COMTOURS",
                        "standard",
                        attributes,
                        List.of(),
                        variants),
                Touchpoint.SYSTEM);
        for (var variant : variants) {
            pricing.setPrices(LIST, Map.of(variant.sku(), new Money(pence, POUNDS)), Touchpoint.SYSTEM);
        }
        return variants.getFirst().sku();
    }

    /** Opens a store of another tax and price, which offers this one article. */
    void offerOnTheIsland(Sku sku, long pence) {
        var list = new PriceListId("je");
        pricing.saveList(PriceList.always(list, POUNDS, "je", true), Touchpoint.SYSTEM);
        pricing.setTax("je", "standard", 500, Touchpoint.SYSTEM);
        pricing.setPrices(list, Map.of(sku, new Money(pence, POUNDS)), Touchpoint.SYSTEM);
        var address = new Address(null, "2 King Street", null, "St Helier", null, "JE2 4WE", "JE");
        locations.save(
                new Location(ISLAND, "St Helier", Location.Kind.STORE, address, null, ZoneId.of("Europe/Jersey"), OpeningHours.ALWAYS,
                        EnumSet.allOf(Capability.class), "je", true),
                Touchpoint.SYSTEM);
    }

    void stock(Sku sku, LocationId location, int pieces) {
        move(sku, location, pieces, MovementKind.RECEIVED);
    }

    void sell(Sku sku, LocationId location, int pieces) {
        move(sku, location, pieces, MovementKind.SOLD);
    }

    private void move(Sku sku, LocationId location, int pieces, MovementKind kind) {
        var movement = new Movement("test-" + UUID.randomUUID(), sku, location, kind, pieces, "test");
        var ignored = inventory.move(List.of(movement), Touchpoint.SYSTEM);
    }

    private void store(LocationId id, String name, String street, String postcode, Coordinates at) {
        var address = new Address(null, street, null, name, null, postcode, "GB");
        place(id, name, Location.Kind.STORE, address, at, EnumSet.allOf(Capability.class));
    }

    private void place(
            LocationId id,
            String name,
            Location.Kind kind,
            @Nullable Address address,
            @Nullable Coordinates at,
            Set<Capability> services) {
        var zone = ZoneId.of("Europe/London");
        locations.save(
                new Location(id, name, kind, address, at, zone, OpeningHours.ALWAYS, services, GROUP, true),
                Touchpoint.SYSTEM);
    }
}
