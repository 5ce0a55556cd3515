package io.stoa.imports;

import io.stoa.catalog.Gtin;
import io.stoa.catalog.NewProduct;
import io.stoa.customers.NewCustomer;
import io.stoa.inventory.Movement;
import io.stoa.locations.Location;
import io.stoa.orders.past.PastOrder;
import io.stoa.pricing.PriceList;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes everything and keeps nothing but whose the bar codes would be: for dry runs. */
final class ClosedShop implements Shop {

    private final Shop open;
    private final Map<String, Sku> codes = new HashMap<>();
    private long people;

    /** @param open is looked at only */
    ClosedShop(Shop open) {
        this.open = open;
    }

    @Override
    public void location(Location location) {}

    @Override
    public Map<Sku, Sku> taken(Map<Sku, Gtin> wanted) {
        var taken = new HashMap<>(open.taken(wanted));
        wanted.forEach((sku, gtin) -> {
            var other = codes.get(gtin.padded());
            if (other != null && !other.equals(sku)) {
                taken.put(sku, other);
            }
        });
        return taken;
    }

    @Override
    public Map<Sku, Sku> claim(Map<Sku, Gtin> wanted) {
        return taken(wanted);
    }

    @Override
    public void products(List<NewProduct> products) {
        products.forEach(product -> product.gtins().forEach((sku, gtin) -> codes.put(gtin.padded(), sku)));
    }

    @Override
    public void prices(PriceList list, Map<Sku, Money> prices) {}

    @Override
    public void tax(String group, String category, int basisPoints) {}

    @Override
    public void stock(List<Movement> movements) {}

    /** Numbers that tell people apart, and name nobody. */
    @Override
    public List<CustomerId> customers(List<NewCustomer> customers) {
        return customers.stream().map(customer -> new CustomerId(++people)).toList();
    }

    @Override
    public void history(List<PastOrder> orders) {}
}
