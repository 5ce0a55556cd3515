package io.stoa.imports;

import io.stoa.catalog.Gtin;
import io.stoa.catalog.NewProduct;
import io.stoa.customers.NewCustomer;
import io.stoa.inventory.Movement;
import io.stoa.locations.Location;
import io.stoa.orders.past.PastOrder;
import io.stoa.pricing.PriceList;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Json;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A shop that keeps what it is told in one table, in the transaction of whoever tells it, and counts what was new. It can be
 * told to break down after so many facts, as a killed process would.
 */
final class Ledger implements Shop {

    private final DataSource pool;
    private final JdbcClient database;
    private long breaksAfter = Long.MAX_VALUE;
    private long told;
    private String unwanted = "";
    private final Map<Gtin, Sku> codes = new HashMap<>();

    /** The process is gone: nothing catches this. */
    static final class Killed extends Error {}

    Ledger(DataSource pool) {
        this.pool = pool;
        this.database = JdbcClient.create(pool);
        database.sql(
                        "CREATE TABLE IF NOT EXISTS public.fact (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, kind text, key text, content text, UNIQUE (kind, key))")
                .update();
    }

    void refuse(String product) {
        unwanted = product;
    }

    void has(Gtin code, Sku of) {
        codes.put(code, of);
    }

    DataSource pool() {
        return pool;
    }

    void breakAfter(long facts) {
        told = 0;
        breaksAfter = facts;
    }

    long count(String kind) {
        return database.sql("SELECT count(*) FROM public.fact WHERE kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    /** Everything that was kept, in order. */
    List<String> contents(String kind) {
        return database.sql("SELECT content FROM public.fact WHERE kind = ? ORDER BY key")
                .param(kind)
                .query((row, number) -> row.getString(1))
                .list();
    }

    PastOrder order(String externalId) {
        return Json.read(
                database.sql("SELECT content FROM public.fact WHERE kind = 'order' AND key = ?")
                        .param(externalId)
                        .query(String.class)
                        .single(),
                PastOrder.class);
    }

    @Override
    public void location(Location location) {
        var _ = keep("location", location.id().value(), location.toString());
    }

    @Override
    public Map<Sku, Sku> taken(Map<Sku, Gtin> wanted) {
        return wanted.entrySet().stream()
                .filter(one -> codes.containsKey(one.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, one -> codes.get(one.getValue())));
    }

    @Override
    public Map<Sku, Sku> claim(Map<Sku, Gtin> wanted) {
        return taken(wanted);
    }

    @Override
    public void products(List<NewProduct> products) {
        products.forEach(product -> {
            if (product.code().equals(unwanted)) {
                throw new IllegalArgumentException("the shop does not want " + unwanted);
            }
            var _ = keep("product", product.code(), product.toString());
        });
    }

    @Override
    public void prices(PriceList list, Map<Sku, Money> prices) {
        prices.forEach((sku, price) -> {
            var _ = keep("price", sku.value(), price.toString());
        });
    }

    @Override
    public void tax(String group, String category, int basisPoints) {
        var _ = keep("tax", group + "/" + category, "" + basisPoints);
    }

    @Override
    public void stock(List<Movement> movements) {
        movements.forEach(movement -> {
            var _ = keep("movement", movement.id(), movement.toString());
        });
    }

    @Override
    public List<CustomerId> customers(List<NewCustomer> customers) {
        return customers.stream()
                .map(customer ->
                        new CustomerId(keep("customer", String.valueOf(customer.externalId()), Json.write(customer))))
                .toList();
    }

    @Override
    public void history(List<PastOrder> orders) {
        orders.forEach(order -> {
            var _ = keep("order", order.origin().source() + ":order:" + order.origin().number(), Json.write(order));
        });
    }

    private long keep(String kind, String key, String content) {
        if (++told > breaksAfter) {
            throw new Killed();
        }
        return database.sql("""
                INSERT INTO public.fact (kind, key, content) VALUES (?, ?, ?)
                ON CONFLICT (kind, key) DO UPDATE SET content = EXCLUDED.content
                RETURNING id
                """).params(kind, key, content).query(Long.class).single();
    }
}
