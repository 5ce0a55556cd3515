package io.stoa.orders;

import io.stoa.orders.discounts.Discounts;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code orders.cart}. Every change is one statement that says whether the cart was still open. */
@Component
class CartTable {

    private static final String COLUMNS = "id, customer, currency, lines, delivery, discounts, state, version";

    /** Neither ordered nor being sold by somebody who does not name it in the order. */
    private static final String ORDERABLE = "c.state = 'OPEN' AND (c.claimed_until IS NULL OR c.claimed_until < now())";

    private final JdbcClient database;

    /** A guest's new cart. */
    record Opening(CartId cart, Touchpoint touchpoint, Currency currency) {}

    /** A change to an open cart: so many pieces of a SKU, or how the goods shall leave. */
    record Edit(CartId cart, @Nullable Sku sku, int quantity, @Nullable Delivery delivery) {}

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

    /** Those of them that an order may name. */
    List<CartView> openOf(Collection<Long> ids) {
        return database.sql("SELECT " + COLUMNS + " FROM orders.cart c WHERE id = ANY(:ids) AND " + ORDERABLE)
                .param("ids", ids.toArray(Long[]::new))
                .query(CartTable::cart)
                .list();
    }

    Map<CartId, CartView> openAll(List<Opening> openings) {
        return byId(database.sql("""
                INSERT INTO orders.cart (id, channel, location, currency)
                SELECT * FROM unnest(:ids::bigint[], :channels::text[], :locations::text[], :currencies::text[])
                RETURNING
                """ + COLUMNS)
                .param("ids", openings.stream().map(one -> one.cart().value()).toArray(Long[]::new))
                .param("channels", texts(openings, one -> one.touchpoint().channel().name()))
                .param("locations", texts(openings, one -> location(one.touchpoint())))
                .param("currencies", texts(openings, one -> one.currency().getCurrencyCode())));
    }

    /** Locks carts in the order of their ids, as every writer of several does, and answers them as they are then. */
    Map<CartId, CartView> lock(Collection<CartId> ids) {
        return byId(database.sql("SELECT " + COLUMNS + " FROM orders.cart WHERE id = ANY(:ids) ORDER BY id FOR UPDATE")
                .param("ids", ids.stream().map(CartId::value).toArray(Long[]::new)));
    }

    /**
     * Changes carts, each of them once, and answers those that were open and not full. 0 pieces take a line out; a line keeps its
     * place. Locked in the order of their ids, so that two writers never wait for each other.
     */
    Map<CartId, CartView> change(List<Edit> edits, int linesMax) {
        var sorted = edits.stream().sorted(Comparator.comparingLong(edit -> edit.cart().value())).toList();
        return byId(database.sql("""
                WITH locked AS MATERIALIZED (
                  SELECT c.id FROM orders.cart c WHERE c.id = ANY(:ids::bigint[]) ORDER BY c.id FOR UPDATE)
                UPDATE orders.cart c
                   SET lines = CASE WHEN e.sku IS NULL THEN c.lines
                                    WHEN e.quantity = 0 THEN c.lines - e.sku
                                    ELSE c.lines || jsonb_build_object(e.sku, jsonb_build_array(e.quantity,
                                         COALESCE((c.lines -> e.sku ->> 1)::bigint,
                                                  (extract(epoch FROM clock_timestamp()) * 1000)::bigint))) END,
                       delivery = COALESCE(e.delivery, c.delivery), version = c.version + 1, updated_at = now()
                  FROM unnest(:ids::bigint[], :skus::text[], :quantities::int[], :deliveries::json[])
                       AS e (id, sku, quantity, delivery)
                  JOIN locked USING (id)
                 WHERE c.id = e.id AND c.state = 'OPEN'
                   AND (e.sku IS NULL OR e.quantity = 0 OR jsonb_exists(c.lines, e.sku)
                        OR (SELECT count(*) FROM jsonb_object_keys(c.lines)) < :linesMax)
                RETURNING c.id, c.customer, c.currency, c.lines, c.delivery, c.discounts, c.state, c.version
                """)
                .param("ids", sorted.stream().map(edit -> edit.cart().value()).toArray(Long[]::new))
                .param("skus", texts(sorted, edit -> edit.sku() == null ? null : edit.sku().value()))
                .param("quantities", sorted.stream().map(Edit::quantity).toArray(Integer[]::new))
                .param("deliveries", texts(sorted, edit -> edit.delivery() == null ? null : Json.MAPPER
                        .writerFor(Delivery.class)
                        .writeValueAsString(edit.delivery())))
                .param("linesMax", linesMax));
    }

    private static Map<CartId, CartView> byId(JdbcClient.StatementSpec statement) {
        return statement.query(CartTable::cart).stream().collect(Collectors.toMap(CartView::id, cart -> cart));
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** Says what is taken off a cart that is still open and in this version. */
    Optional<CartView> discount(CartId id, long version, Discounts discounts) {
        return database.sql("""
                UPDATE orders.cart SET discounts = :discounts::json, version = version + 1, updated_at = now()
                 WHERE id = :id AND version = :version AND state = 'OPEN'
                RETURNING
                """ + COLUMNS)
                .param("id", id.value())
                .param("version", version)
                .param("discounts", discounts.isEmpty() ? null : Json.write(discounts), Types.VARCHAR)
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

    /** Closes an open guest cart for good; answers whether it was open, and nobody is selling it. */
    boolean close(CartId id) {
        return database.sql("""
                UPDATE orders.cart c SET state = 'MERGED', version = version + 1, updated_at = now()
                 WHERE id = :id AND customer IS NULL AND
                """ + ORDERABLE).param("id", id.value()).update() == 1;
    }

    /** Answers whether it is theirs: of two who ask one gets it, and neither when it is ordered. */
    boolean claim(CartId id, String by, Duration holds) {
        return database.sql("""
                UPDATE orders.cart c SET claimed_by = :by, claimed_until = now() + make_interval(secs => :seconds)
                 WHERE id = :id AND (claimed_by = :by AND c.state = 'OPEN' OR
                """ + ORDERABLE + ")")
                        .param("id", id.value())
                        .param("by", by)
                        .param("seconds", holds.toSeconds())
                        .update()
                == 1;
    }

    void release(CartId id, String by) {
        database.sql("UPDATE orders.cart SET claimed_by = NULL, claimed_until = NULL WHERE id = :id AND claimed_by = :by")
                .param("id", id.value())
                .param("by", by)
                .update();
    }

    /** Takes out what was sold, and the claim with it. */
    void sold(CartId id, String by, List<CartView.Line> sold) {
        database.sql("""
                UPDATE orders.cart c
                   SET lines = (SELECT COALESCE(jsonb_object_agg(l.key, jsonb_set(
                                         l.value, '{0}', to_jsonb((l.value ->> 0)::int - COALESCE(s.pieces, 0)))), '{}')
                                  FROM jsonb_each(c.lines) l
                                  LEFT JOIN unnest(:skus::text[], :pieces::int[]) AS s (sku, pieces) ON s.sku = l.key
                                 WHERE (l.value ->> 0)::int > COALESCE(s.pieces, 0)),
                       discounts = NULL, claimed_by = NULL, claimed_until = NULL, version = version + 1, updated_at = now()
                 WHERE id = :id AND claimed_by = :by
                """)
                .param("id", id.value())
                .param("by", by)
                .param("skus", texts(sold, line -> line.sku().value()))
                .param("pieces", sold.stream().map(line -> line.quantity().units()).toArray(Integer[]::new))
                .update();
    }

    /** Closes the carts of these orders that are still as they were read; answers those that were. */
    Set<Long> order(Collection<NewOrder> orders) {
        var sorted = orders.stream().sorted(Comparator.comparingLong(order -> cartOf(order).id().value())).toList();
        return database.sql("""
                UPDATE orders.cart c SET state = 'ORDERED', order_id = o.order_id, updated_at = now()
                  FROM unnest(:ids::bigint[], :versions::bigint[], :orders::bigint[]) AS o (id, version, order_id)
                 WHERE c.id = o.id AND c.version = o.version AND
                """ + ORDERABLE + " RETURNING c.id")
                .param("ids", sorted.stream().map(order -> cartOf(order).id().value()).toArray(Long[]::new))
                .param("versions", sorted.stream().map(order -> cartOf(order).version()).toArray(Long[]::new))
                .param("orders", sorted.stream().map(order -> order.id().value()).toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .set();
    }

    private static CartView cartOf(NewOrder order) {
        return Objects.requireNonNull(order.cart());
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
        var discounts = row.getString("discounts");
        return new CartView(
                new CartId(row.getLong("id")),
                customer == null ? null : new CustomerId(customer),
                Currency.getInstance(row.getString("currency")),
                lines(row.getString("lines")),
                delivery == null ? null : Json.read(delivery, Delivery.class),
                discounts == null ? Discounts.NONE : Json.read(discounts, Discounts.class),
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
