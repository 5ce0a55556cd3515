package io.stoa.orders;

import io.stoa.locations.Address;
import io.stoa.orders.discounts.KeptDiscounts;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that writes orders; what reads them is in {@link OrderViews}. */
@Component
class OrderTable {

    private final JdbcClient database;
    private final KeptDiscounts discounts;

    /** An order that was placed by a key before. */
    record Known(String key, String hash, long id, OrderState state, long total, String currency) {}

    /** An order whose state changed, as it is now. */
    record Changed(long id, OrderState state, long version, long total, String currency, String delivery, String parts,
            @Nullable Long customer, @Nullable Long payment) {}

    private static final String CHANGED =
            "o.id, o.state, o.version, o.total, o.currency, o.delivery, o.parts, o.customer, o.payment";

    OrderTable(JdbcClient database, KeptDiscounts discounts) {
        this.database = database;
        this.discounts = discounts;
    }

    Map<String, Known> byKeys(Collection<String> keys) {
        var known = new HashMap<String, Known>();
        database.sql("""
                SELECT idempotency_key, request_hash, id, state, total, currency FROM orders.orders
                 WHERE idempotency_key = ANY(:keys)
                """)
                .param("keys", keys.toArray(String[]::new))
                .query((row, n) -> new Known(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        OrderState.valueOf(row.getString(4)),
                        row.getLong(5),
                        row.getString(6)))
                .list()
                .forEach(one -> known.put(one.key(), one));
        return known;
    }

    /** Writes orders and their lines in one statement, contacts in another where there are any. */
    void insert(List<NewOrder> orders, Instant now) {
        var lines = orders.stream()
                .flatMap(order -> order.lines().stream().map(line -> Map.entry(order, line)))
                .toList();
        database.sql("""
                WITH placed AS (
                  INSERT INTO orders.orders (id, idempotency_key, request_hash, customer, channel, location, actor, currency,
                                             total, tax, delivery, parts, explanation, payment, state, placed_at, updated_at)
                  SELECT o.*, :now::timestamptz, :now::timestamptz
                    FROM unnest(:ids::bigint[], :keys::text[], :hashes::text[], :customers::bigint[], :channels::text[],
                                :locations::text[], :actors::text[], :currencies::text[], :totals::bigint[],
                                :taxes::bigint[], :deliveries::text[], :parts::json[], :explanations::json[],
                                :payments::bigint[], :states::text[]) AS o)
                INSERT INTO orders.line (order_id, line, sku, title, quantity, unit, discount, tax, gross, fulfilled,
                                        delivery)
                SELECT * FROM unnest(:lineOrders::bigint[], :numbers::int[], :skus::text[], :titles::text[],
                                     :quantities::int[], :units::bigint[], :discounts::bigint[], :lineTaxes::bigint[],
                                     :grosses::bigint[], :fulfilled::int[], :ways::text[])
                """)
                .param("now", now.toString())
                .param("ids", numbers(orders, o -> o.id().value()))
                .param("keys", texts(orders, o -> o.asked().key()))
                .param("hashes", texts(orders, o -> o.asked().hash()))
                .param("customers", numbers(orders, OrderTable::customer))
                .param("channels", texts(orders, o -> o.asked().touchpoint().channel().name()))
                .param("locations", texts(orders, OrderTable::location))
                .param("actors", texts(orders, o -> o.asked().touchpoint().actor().toString()))
                .param("currencies", texts(orders, o -> o.total().currency().getCurrencyCode()))
                .param("totals", numbers(orders, o -> o.total().minor()))
                .param("taxes", numbers(orders, o -> o.tax().minor()))
                .param("deliveries", texts(orders, o -> o.delivery().kind()))
                .param("parts", texts(orders, o -> Json.write(o.routed().parts())))
                .param("explanations", texts(orders, o -> Json.write(o.routed().explanation())))
                .param("payments", numbers(orders, OrderTable::payment))
                .param("states", texts(orders, o -> o.state().name()))
                .param("lineOrders", lines.stream().map(l -> l.getKey().id().value()).toArray(Long[]::new))
                .param("numbers", lines.stream().map(l -> l.getValue().number()).toArray(Integer[]::new))
                .param("skus", texts(lines, l -> l.getValue().wanted().sku().value()))
                .param("titles", texts(lines, l -> l.getValue().title()))
                .param("quantities", lines.stream().map(OrderTable::units).toArray(Integer[]::new))
                .param("units", numbers(lines, l -> l.getValue().unit().minor()))
                .param("discounts", numbers(lines, l -> l.getValue().discount().minor()))
                .param("lineTaxes", numbers(lines, l -> l.getValue().tax().minor()))
                .param("grosses", numbers(lines, l -> l.getValue().gross().minor()))
                .param("fulfilled", lines.stream().map(OrderTable::gone).toArray(Integer[]::new))
                .param("ways", texts(lines, OrderTable::way))
                .update();
        insertContacts(orders.stream().filter(OrderTable::hasContact).toList());
        discounts.keep(orders.stream().flatMap(NewOrder::ofLines).toList());
    }

    private static @Nullable String way(Map.Entry<NewOrder, NewOrder.Line> line) {
        return line.getKey().delivery().kind(line.getValue().wanted().sku());
    }

    private static int gone(Map.Entry<NewOrder, NewOrder.Line> line) {
        return line.getKey().state() == OrderState.FULFILLED ? units(line) : 0;
    }

    private void insertContacts(List<NewOrder> orders) {
        if (orders.isEmpty()) {
            return;
        }
        database.sql("""
                INSERT INTO orders.contact (order_id, name, email, phone, address)
                SELECT * FROM unnest(:ids::bigint[], :names::text[], :emails::text[], :phones::text[], :addresses::json[])
                """)
                .param("ids", numbers(orders, o -> o.id().value()))
                .param("names", texts(orders, o -> o.asked().contact().name()))
                .param("emails", texts(orders, o -> o.asked().contact().email()))
                .param("phones", texts(orders, o -> o.asked().contact().phone()))
                .param("addresses", texts(orders, OrderTable::address))
                .update();
    }

    /** Moves orders from one state to another; answers those that were in it. */
    List<Changed> move(Collection<Long> ids, OrderState from, OrderState to, Instant now) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                UPDATE orders.orders o SET state = :to, version = version + 1, updated_at = :now::timestamptz
                 WHERE o.id = ANY(:ids) AND o.state = :from
                RETURNING
                """ + CHANGED)
                .param("ids", ids.toArray(Long[]::new))
                .param("from", from.name())
                .param("to", to.name())
                .param("now", now.toString())
                .query((row, n) -> changed(row))
                .list();
    }

    /** Locks an order for a change of several of its rows. */
    @Nullable Changed lock(long id) {
        return database.sql("SELECT " + CHANGED + " FROM orders.orders o WHERE o.id = :id FOR UPDATE")
                .param("id", id)
                .query((row, n) -> changed(row))
                .optional()
                .orElse(null);
    }

    Optional<Changed> read(long id) {
        return database.sql("SELECT " + CHANGED + " FROM orders.orders o WHERE o.id = :id")
                .param("id", id)
                .query((row, n) -> changed(row))
                .optional();
    }

    /** Those of the payments that their orders were placed with and still rest on. */
    Set<Long> settledBy(Collection<Long> orders, Collection<Long> payments) {
        return database.sql("""
                SELECT payment FROM orders.orders
                 WHERE id = ANY(:orders) AND payment = ANY(:payments) AND state IN ('PLACED', 'FULFILLED')
                """)
                .param("orders", orders.toArray(Long[]::new))
                .param("payments", payments.toArray(Long[]::new))
                .query((row, n) -> row.getLong(1))
                .set();
    }

    /** Locks orders, in the order of their ids, so that two batches never wait for each other. */
    List<Changed> lockAll(Collection<Long> ids) {
        return database.sql("SELECT " + CHANGED + " FROM orders.orders o WHERE o.id = ANY(:ids) ORDER BY o.id FOR UPDATE")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> changed(row))
                .list();
    }

    /** Rewrites what a locked order says of itself. */
    Changed rewrite(long id, OrderState state, long total, String parts, String explanation, Instant now) {
        return database.sql("""
                UPDATE orders.orders o
                   SET state = :state, total = :total, parts = :parts::json, version = version + 1,
                       explanation = COALESCE(NULLIF(:explanation, '')::json, o.explanation), updated_at = :now::timestamptz
                 WHERE o.id = :id
                RETURNING
                """ + CHANGED)
                .param("id", id)
                .param("state", state.name())
                .param("total", total)
                .param("parts", parts)
                .param("explanation", explanation)
                .param("now", now.toString())
                .query((row, n) -> changed(row))
                .single();
    }

    /** Of a locked order: whom to tell, and where it is sent; null leaves either as it is. */
    Changed readdress(long id, @Nullable Contact contact, @Nullable Address address, Instant now) {
        return database.sql("""
                WITH known AS (
                  INSERT INTO orders.contact AS c (order_id, name, email, phone, address)
                  VALUES (:id, :name, :email, :phone, :address::json)
                  ON CONFLICT (order_id) DO UPDATE
                     SET name = CASE WHEN :known THEN c.name ELSE excluded.name END,
                         email = CASE WHEN :known THEN c.email ELSE excluded.email END,
                         phone = CASE WHEN :known THEN c.phone ELSE excluded.phone END,
                         address = COALESCE(excluded.address, c.address))
                UPDATE orders.orders o SET version = version + 1, updated_at = :now::timestamptz
                 WHERE o.id = :id
                RETURNING
                """ + CHANGED)
                .param("id", id)
                .param("known", contact == null)
                .param("name", contact == null ? null : contact.name())
                .param("email", contact == null ? null : contact.email())
                .param("phone", contact == null ? null : contact.phone())
                .param("address", address == null ? null : Json.write(address))
                .param("now", now.toString())
                .query((row, n) -> changed(row))
                .single();
    }

    /** What an order rests on; null when several payments pay it together. */
    void setPayment(long id, @Nullable Long payment) {
        database.sql("UPDATE orders.orders SET payment = :payment WHERE id = :id")
                .param("id", id)
                .param("payment", payment, java.sql.Types.BIGINT)
                .update();
    }

    /** Everything of these orders is with the customer. */
    void fulfilWhole(Collection<Long> ids) {
        database.sql("UPDATE orders.line SET fulfilled = quantity - cancelled WHERE order_id = ANY(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    private static Changed changed(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Changed(
                row.getLong("id"),
                OrderState.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getLong("total"),
                row.getString("currency"),
                row.getString("delivery"),
                row.getString("parts"),
                row.getObject("customer", Long.class),
                row.getObject("payment", Long.class));
    }

    private static int units(Map.Entry<NewOrder, NewOrder.Line> line) {
        return line.getValue().wanted().quantity().units();
    }

    private static boolean hasContact(NewOrder order) {
        return !order.asked().contact().equals(Contact.NONE) || address(order) != null;
    }

    private static @Nullable String address(NewOrder order) {
        return switch (order.delivery()) {
            case Delivery.Ship(Address to) -> Json.write(to);
            case Delivery.Mixed(Address to, var store, var collected) -> Json.write(to);
            case Delivery.Collect collect -> null;
            case Delivery.TakeAway away -> null;
        };
    }

    private static @Nullable Long customer(NewOrder order) {
        var customer = order.asked().customer();
        return customer == null ? null : customer.value();
    }

    private static @Nullable Long payment(NewOrder order) {
        var payment = order.payment();
        return payment == null ? null : payment.id().value();
    }

    private static @Nullable String location(NewOrder order) {
        LocationId location = order.asked().touchpoint().location();
        return location == null ? null : location.value();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> @Nullable Long[] numbers(List<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }
}
