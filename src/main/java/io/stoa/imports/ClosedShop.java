package io.stoa.imports;

import io.stoa.catalog.NewProduct;
import io.stoa.customers.NewCustomer;
import io.stoa.inventory.Movement;
import io.stoa.locations.Location;
import io.stoa.orders.past.PastOrder;
import io.stoa.pricing.PriceList;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.List;
import java.util.Map;

/** Takes everything and keeps nothing: for dry runs. */
final class ClosedShop implements Shop {

    private long people;

    @Override
    public void location(Location location) {}

    @Override
    public void products(List<NewProduct> products) {}

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
