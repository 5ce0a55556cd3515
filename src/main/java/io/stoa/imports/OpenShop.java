package io.stoa.imports;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Gtin;
import io.stoa.catalog.NewProduct;
import io.stoa.customers.Customers;
import io.stoa.customers.NewCustomer;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.Orders;
import io.stoa.orders.past.PastOrder;
import io.stoa.pricing.PriceList;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The shop itself, through the facades of its modules. */
@Component
final class OpenShop implements Shop {

    private static final Touchpoint IMPORT = Touchpoint.of(Channel.IMPORT, Actor.SYSTEM);

    /** The group of the web before anybody said how it sells. */
    private static final String NO_PRICES = "default";

    private final Locations locations;
    private final Catalog catalog;
    private final Pricing pricing;
    private final Inventory inventory;
    private final Customers customers;
    private final Orders orders;

    OpenShop(
            Locations locations,
            Catalog catalog,
            Pricing pricing,
            Inventory inventory,
            Customers customers,
            Orders orders) {
        this.locations = locations;
        this.catalog = catalog;
        this.pricing = pricing;
        this.inventory = inventory;
        this.customers = customers;
        this.orders = orders;
    }

    /**
     * A place that is there stays as it is: two sources may both sell on the web, and only one can say how. The web is there
     * from the first day, with no prices of its own: the first source says which hold there.
     */
    @Override
    public void location(Location location) {
        var known = locations.find(location.id());
        if (known.isEmpty() || known.get().group().equals(NO_PRICES)) {
            locations.save(location, IMPORT);
        }
    }

    @Override
    public Map<Sku, Sku> taken(Map<Sku, Gtin> wanted) {
        return catalog.taken(wanted);
    }

    @Override
    public Map<Sku, Sku> claim(Map<Sku, Gtin> wanted) {
        return catalog.claim(wanted);
    }

    @Override
    public void products(List<NewProduct> products) {
        var _ = catalog.publishAll(products, IMPORT);
    }

    /** A list that is there stays as it is. */
    @Override
    public void prices(PriceList list, Map<Sku, Money> prices) {
        if (pricing.list(list.id()).isEmpty()) {
            pricing.saveList(list, IMPORT);
        }
        pricing.setPrices(list.id(), prices, IMPORT);
    }

    @Override
    public void tax(String group, String category, int basisPoints) {
        pricing.setTax(group, category, basisPoints, IMPORT);
    }

    @Override
    public void stock(List<Movement> movements) {
        var _ = inventory.move(movements, IMPORT);
    }

    @Override
    public List<CustomerId> customers(List<NewCustomer> people) {
        return customers.registerAll(people);
    }

    @Override
    public void history(List<PastOrder> past) {
        orders.recordHistory(past);
    }
}
