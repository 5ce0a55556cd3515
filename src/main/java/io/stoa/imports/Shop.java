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
import java.util.List;
import java.util.Map;

/** What an import writes to: the shop itself, or nothing at all in a dry run. Every call joins the batch's transaction. */
interface Shop {

    void location(Location location);

    /** Of SKUs that are to have these bar codes, those whose is another's already, with whose. */
    Map<Sku, Sku> taken(Map<Sku, Gtin> wanted);

    /** The same; whoever else wants one of the codes waits until the batch is written. */
    Map<Sku, Sku> claim(Map<Sku, Gtin> wanted);

    void products(List<NewProduct> products);

    void prices(PriceList list, Map<Sku, Money> prices);

    void tax(String group, String category, int basisPoints);

    void stock(List<Movement> movements);

    /** Answers who each one is, in order. */
    List<CustomerId> customers(List<NewCustomer> customers);

    void history(List<PastOrder> orders);
}
