package io.stoa;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Gtin;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.NewVariant;
import io.stoa.catalog.Text;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.locations.Address;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.locations.OpeningHours;
import io.stoa.orders.CartView;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.PlaceOrder;
import io.stoa.payments.gateway.CardToken;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small retailer for tests: places, articles, prices and stock, with names of their own so that tests never meet. */
public class Retailer {

    public static final Currency USD = Currency.getInstance("USD");
    public static final Touchpoint WEB = Touchpoint.of(Channel.WEB, Actor.GUEST);
    public static final Address HOME =
            new Address("A customer", "1 Main Street", null, "Marlborough", "MA", "01752", "US");

    private static final String GROUP = "us";
    private static final PriceListId LIST = new PriceListId("us");

    private final Catalog catalog;
    private final Locations locations;
    private final Pricing pricing;
    private final Inventory inventory;
    private final Ids ids;

    Retailer(Catalog catalog, Locations locations, Pricing pricing, Inventory inventory, Ids ids) {
        this.catalog = catalog;
        this.locations = locations;
        this.pricing = pricing;
        this.inventory = inventory;
        this.ids = ids;
        pricing.saveList(new PriceList(LIST, USD, GROUP, false, null, null), Touchpoint.SYSTEM);
        pricing.setTax(GROUP, "standard", 1000, Touchpoint.SYSTEM);
        sellOnTheWeb();
    }

    /** Opens the web shop with this retailer's prices, whoever opened it before. */
    public void sellOnTheWeb() {
        save(LocationId.WEB, Location.Kind.WEB, EnumSet.of(Capability.SELL), null);
    }

    /** A new store that does everything, somewhere on a line of longitude: the larger the number the further north. */
    public LocationId store(String name, double latitude) {
        var id = new LocationId(name + "-" + ids.next());
        save(id, Location.Kind.STORE, EnumSet.allOf(Capability.class), new Coordinates(latitude, -71.5));
        return id;
    }

    public LocationId store(String name) {
        return store(name, 42);
    }

    private void save(
            LocationId id, Location.Kind kind, Set<Capability> services, @Nullable Coordinates at) {
        locations.save(
                new Location(
                        id, id.value(), kind, null, at, ZoneId.of("UTC"), OpeningHours.ALWAYS, services, GROUP, true),
                Touchpoint.SYSTEM);
    }

    /** A new article at a price in cents before 10 % tax. */
    public Sku article(String name, long cents) {
        return article(name, cents, null);
    }

    /** The same with this number under its bars. */
    public Sku article(String name, long cents, @Nullable Gtin gtin) {
        var sku = new Sku(name + "-" + ids.next());
        var ignored = catalog.publish(
                new NewProduct(
                        sku.value(),
                        Map.of("en", new Text(name, "")),
                        "Test",
                        null,
                        "standard",
                        Map.of(),
                        List.of(),
                        List.of(new NewVariant(sku, gtin, Map.of()))),
                Touchpoint.SYSTEM);
        pricing.setPrices(LIST, Map.of(sku, new Money(cents, USD)), Touchpoint.SYSTEM);
        return sku;
    }

    /** Puts pieces on a shelf. */
    public void stock(Sku sku, LocationId location, int pieces) {
        var receipt = new Movement("test-" + UUID.randomUUID(), sku, location, MovementKind.RECEIVED, pieces, "test");
        var ignored = inventory.move(List.of(receipt), Touchpoint.SYSTEM);
    }

    /** A count finds so many pieces, whatever the books say. */
    public void count(Sku sku, LocationId location, int pieces) {
        var counted = new Movement(
                "test-" + UUID.randomUUID(), sku, location, MovementKind.COUNTED, pieces, "test");
        var ignored = inventory.move(List.of(counted), Touchpoint.SYSTEM);
    }

    /** The counters of one row. */
    public Availability row(Sku sku, LocationId location) {
        return inventory.availability(List.of(sku)).getOrDefault(sku, List.of()).stream()
                .filter(row -> row.location().equals(location))
                .findFirst()
                .orElseThrow();
    }

    /** Whether some transaction waits for a lock of this connection of PostgreSQL. */
    public static boolean isAwaited(JdbcClient database, int backend) {
        return database.sql("SELECT count(*) FROM pg_stat_activity WHERE :backend = ANY(pg_blocking_pids(pid))")
                        .param("backend", backend)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public static CartView.Line line(Sku sku, int pieces) {
        return new CartView.Line(sku, Quantity.of(pieces));
    }

    public static PlaceOrder order(Delivery delivery, PlaceOrder.Paying paying, CartView.Line... lines) {
        return order(UUID.randomUUID().toString(), delivery, paying, lines);
    }

    public static PlaceOrder order(String key, Delivery delivery, PlaceOrder.Paying paying, CartView.Line... lines) {
        return new PlaceOrder(
                key, "hash of " + List.of(lines), null, List.of(lines), delivery, USD, null, Contact.NONE, paying, WEB);
    }

    public static PlaceOrder.Paying card(String token) {
        return new PlaceOrder.Paying.ByCard(new CardToken(token));
    }
}
