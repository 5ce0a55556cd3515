package io.stoa.orders;

import io.stoa.shared.CustomerId;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code orders.cart}. Every change is one statement that says whether the cart was still open. */
@Component
class CartTable {

    private static final String COLUMNS = "id, customer, currency, lines, delivery, state, version";

    private final JdbcClient database;

    CartTable(JdbcClient database) {
        this.database = database;
    }

    /** Opens a cart, or answers the customer's open one. */
    CartView open(CartId id, Touchpoint touchpoint, @Nullable CustomerId customer, Currency currency) {
        return database.sql("""
                INSERT INTO orders.cart (id, customer, channel, location, currency)
                VALUES (:id, :customer, :channel, :location, :currency)
                ON CONFLICT (customer) WHERE state = 'OPEN' AND customer IS NOT NULL
                DO UPDATE SET updated_at = now()
                RETURNING
                """ + COLUMNS)
                .param("id", id.value())
                .param("customer", customer == null ? null : customer.value())
                .param("channel", touchpoint.channel().name())
                .param("location", location(touchpoint))
                .param("currency", currency.getCurrencyCode())
                .query(CartTable::cart)
                .single();
    }

    Optional<CartView> find(CartId id) {
        return database.sql("SELECT " + COLUMNS + " FROM orders.cart WHERE id = :id")
                .param("id", id.value())
                .query(CartTable::cart)
                .optional();
    }

    Optional<CartView> ofCustomer(CustomerId customer) {
        return database.sql("SELECT " + COLUMNS + " FROM orders.cart WHERE customer = :customer AND state = 'OPEN'")
                .param("customer", customer.value())
                .query(CartTable::cart)
                .optional();
    }

    List<CartView> byIds(Collection<Long> ids) {
        return database.sql("SELECT " + COLUMNS + " FROM orders.cart WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(CartTable::cart)
                .list();
    }

    /** Sets how many pieces of a SKU are wanted; 0 takes the line out. A line keeps its place. Empty when not open or full. */
    Optional<CartView> put(CartId id, Sku sku, int quantity, int linesMax) {
        return database.sql("""
                UPDATE orders.cart
                   SET lines = CASE WHEN :quantity = 0 THEN lines - :sku
                                    ELSE lines || jsonb_build_object(:sku, jsonb_build_array(:quantity,
                                         COALESCE((lines -> :sku ->> 1)::bigint,
                                                  (extract(epoch FROM clock_timestamp()) * 1000)::bigint))) END,
                       version = version + 1, updated_at = now()
                 WHERE id = :id AND state = 'OPEN'
                   AND (:quantity = 0 OR jsonb_exists(lines, :sku)
                        OR (SELECT count(*) FROM jsonb_object_keys(lines)) < :linesMax)
                RETURNING
                """ + COLUMNS)
                .param("id", id.value())
                .param("sku", sku.value())
                .param("quantity", quantity)
                .param("linesMax", linesMax)
                .query(CartTable::cart)
                .optional();
    }

    Optional<CartView> choose(CartId id, @Nullable Delivery delivery) {
        return database.sql("""
                UPDATE orders.cart SET delivery = :delivery::json, version = version + 1, updated_at = now()
                 WHERE id = :id AND state = 'OPEN'
                RETURNING
                """ + COLUMNS)
                .param("id", id.value())
                .param("delivery", delivery == null ? null : Json.MAPPER.writerFor(Delivery.class).writeValueAsString(delivery))
                .query(CartTable::cart)
                .optional();
    }

    /** Gives an open guest cart to a customer who has none. */
    Optional<CartView> give(CartId id, CustomerId customer) {
        return database.sql("""
                UPDATE orders.cart SET customer = :customer, version = version + 1, updated_at = now()
                 WHERE id = :id AND state = 'OPEN' AND customer IS NULL
                RETURNING
                """ + COLUMNS)
                .param("id", id.value())
                .param("customer", customer.value())
                .query(CartTable::cart)
                .optional();
    }

    /** Closes an open guest cart for good; answers whether it was open. */
    boolean close(CartId id) {
        return database.sql("""
                UPDATE orders.cart SET state = 'MERGED', version = version + 1, updated_at = now()
                 WHERE id = :id AND state = 'OPEN' AND customer IS NULL
                """).param("id", id.value()).update() == 1;
    }

    /** Turns carts that are still as they were read into orders; answers those that were. */
    Set<Long> order(Map<CartView, Long> orders) {
        var carts = orders.keySet().stream()
                .sorted(Comparator.comparingLong(cart -> cart.id().value()))
                .toList();
        return database.sql("""
                UPDATE orders.cart c SET state = 'ORDERED', order_id = o.order_id, updated_at = now()
                  FROM unnest(:ids::bigint[], :versions::bigint[], :orders::bigint[]) AS o (id, version, order_id)
                 WHERE c.id = o.id AND c.version = o.version AND c.state = 'OPEN'
                RETURNING c.id
                """)
                .param("ids", carts.stream().map(cart -> cart.id().value()).toArray(Long[]::new))
                .param("versions", carts.stream().map(CartView::version).toArray(Long[]::new))
                .param("orders", carts.stream().map(orders::get).toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .set();
    }

    void reopen(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            database.sql("UPDATE orders.cart SET state = 'OPEN', order_id = NULL WHERE id = ANY(:ids) AND state = 'ORDERED'")
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    private static CartView cart(ResultSet row, int number) throws SQLException {
        var customer = row.getObject("customer", Long.class);
        var delivery = row.getString("delivery");
        return new CartView(
                new CartId(row.getLong("id")),
                customer == null ? null : new CustomerId(customer),
                Currency.getInstance(row.getString("currency")),
                lines(row.getString("lines")),
                delivery == null ? null : Json.read(delivery, Delivery.class),
                CartView.State.valueOf(row.getString("state")),
                row.getLong("version"));
    }

    private static List<CartView.Line> lines(String json) {
        return Json.MAPPER.readTree(json).properties().stream()
                .sorted(Comparator.comparingLong(line -> line.getValue().get(1).asLong()))
                .map(line -> new CartView.Line(
                        new Sku(line.getKey()), Quantity.of(line.getValue().get(0).asInt())))
                .toList();
    }

    private static @Nullable String location(Touchpoint touchpoint) {
        LocationId location = touchpoint.location();
        return location == null ? null : location.value();
    }
}
