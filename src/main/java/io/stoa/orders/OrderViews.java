package io.stoa.orders;

import io.stoa.locations.Address;
import io.stoa.orders.discounts.KeptDiscounts;
import io.stoa.orders.past.PastOrders;
import io.stoa.orders.views.OrderQuery;
import io.stoa.orders.views.OrderQuery.Before;
import io.stoa.orders.views.OrderRow;
import io.stoa.orders.views.OrderView;
import io.stoa.routing.Explanation;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The SQL that reads orders, and past orders with them as one list: a query of each for a page, zipped by their time; two for
 * a whole order.
 */
@Component
class OrderViews {

    private final JdbcClient database;
    private final PastOrders past;
    private final KeptDiscounts discounts;

    OrderViews(JdbcClient database, PastOrders past, KeptDiscounts discounts) {
        this.discounts = discounts;
        this.database = database;
        this.past = past;
    }

    Optional<OrderView> find(OrderId id) {
        return order(id).or(() -> past.find(id));
    }

    Optional<OrderId> placedWith(String key) {
        return database.sql("SELECT id FROM orders.orders WHERE idempotency_key = :key")
                .param("key", key)
                .query((row, n) -> new OrderId(row.getLong("id")))
                .optional();
    }

    /** Of those that have one with an e-mail address; one query. */
    Map<OrderId, Contact> withEmail(Collection<OrderId> ids) {
        var found = new HashMap<OrderId, Contact>();
        database.sql(
                        "SELECT order_id, name, email, phone FROM orders.contact WHERE order_id = ANY (:ids) AND email IS NOT NULL")
                .param("ids", ids.stream().map(OrderId::value).toArray(Long[]::new))
                .query(row -> {
                    found.put(
                            new OrderId(row.getLong("order_id")),
                            new Contact(row.getString("name"), row.getString("email"), row.getString("phone")));
                });
        return found;
    }

    private Optional<OrderView> order(OrderId id) {
        return database.sql("""
                SELECT o.*, c.name, c.email, c.phone, c.address
                  FROM orders.orders o
                  LEFT JOIN orders.contact c ON c.order_id = o.id
                 WHERE o.id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> view(row, lines(id, row.getString("currency"))))
                .optional();
    }

    /** What was taken off is asked for where something was. */
    private List<OrderView.Line> lines(OrderId id, String code) {
        var currency = Currency.getInstance(code);
        var lines = plainLines(id, currency);
        if (lines.stream().noneMatch(Discounted::some)) {
            return lines.stream().map(Discounted::line).toList();
        }
        var taken = discounts.of(id, currency);
        return lines.stream()
                .map(one -> one.line().with(taken.getOrDefault(one.line().number(), List.of())))
                .toList();
    }

    /** A line, and whether something was taken off it. */
    private record Discounted(OrderView.Line line, boolean some) {}

    private List<Discounted> plainLines(OrderId id, Currency currency) {
        return database.sql("""
                SELECT line, sku, title, quantity, unit, discount, tax, gross, cancelled, fulfilled, returned, delivery,
                       fulfilled_at
                  FROM orders.line
                 WHERE order_id = :id
                 ORDER BY line
                """)
                .param("id", id.value())
                .query((row, n) -> new Discounted(line(row, currency), row.getLong("discount") > 0))
                .list();
    }

    /** Each of the two keeps its own order and its own place, so that nothing is skipped or told twice. */
    Page<OrderRow> list(OrderQuery query) {
        int size = Page.clamp(query.size());
        var orders = new ArrayDeque<>(orders(query, size + 1));
        var before = new ArrayDeque<>(past.list(query, place(query).past(), size + 1));
        var page = new ArrayList<OrderRow>();
        var place = place(query);
        while (page.size() < size && !(orders.isEmpty() && before.isEmpty())) {
            var row = newer(orders, before);
            page.add(row);
            place = place.after(row);
        }
        return new Page<>(page, orders.isEmpty() && before.isEmpty() ? null : place.text());
    }

    private static Before place(OrderQuery query) {
        return query.before() == null ? Before.NOTHING : query.before();
    }

    private static OrderRow newer(Deque<OrderRow> orders, Deque<OrderRow> past) {
        var order = orders.peek();
        var old = past.peek();
        return order != null && (old == null || !order.placedAt().isBefore(old.placedAt()))
                ? orders.remove()
                : past.remove();
    }

    private List<OrderRow> orders(OrderQuery query, int limit) {
        if (query.number() != null && query.ownNumber().isEmpty()) {
            return List.of();
        }
        return database.sql("WITH found AS (" + found(query) + """
                )
                SELECT o.id, o.state, o.channel, o.location, o.customer, o.delivery, o.total, o.currency, o.placed_at,
                       (SELECT SUM(quantity - cancelled) FROM orders.line l WHERE l.order_id = o.id) AS pieces
                  FROM found
                  JOIN orders.orders o ON o.id = found.id
                 ORDER BY o.id DESC
                """)
                .param("states", names(query.state(), OrderState.values()))
                .param("channels", names(query.channel(), Channel.values()))
                .param(
                        "customer",
                        query.customer() == null ? null : query.customer().value())
                .param("id", query.ownNumber().orElse(null))
                .param("before", Objects.requireNonNullElse(place(query).order(), Long.MAX_VALUE))
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    /**
     * One number, or the newest that there are of each state at each door that are wanted, so that what is rare is found as fast
     * as what is frequent, however many orders there are.
     */
    private static String found(OrderQuery query) {
        var wanted = "o.state = ANY(:states) AND o.channel = ANY(:channels) AND o.id < :before";
        if (query.number() != null || query.customer() != null) {
            return "SELECT o.id FROM orders.orders o WHERE " + wanted
                    + (query.number() == null ? "" : " AND o.id = :id")
                    + (query.customer() == null ? "" : " AND o.customer = :customer")
                    + " ORDER BY o.id DESC LIMIT :limit";
        }
        if (query.state() == null && query.channel() == null) {
            return "SELECT o.id FROM orders.orders o WHERE o.id < :before ORDER BY o.id DESC LIMIT :limit";
        }
        return """
                SELECT one.id
                  FROM unnest(:states::text[]) AS s (state)
                 CROSS JOIN unnest(:channels::text[]) AS c (channel)
                 CROSS JOIN LATERAL (SELECT o.id
                                       FROM orders.orders o
                                      WHERE o.state = s.state AND o.channel = c.channel AND o.id < :before
                                      ORDER BY o.id DESC
                                      LIMIT :limit) AS one
                 ORDER BY one.id DESC
                 LIMIT :limit
                """;
    }

    private static OrderRow row(ResultSet row) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        return new OrderRow(
                new OrderId(row.getLong("id")),
                OrderState.valueOf(row.getString("state")),
                Channel.valueOf(row.getString("channel")),
                location(row),
                customer(row),
                row.getString("delivery"),
                new Money(row.getLong("total"), currency),
                row.getInt("pieces"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                null);
    }

    private static OrderView view(ResultSet row, List<OrderView.Line> lines) throws SQLException {
        var currency = Currency.getInstance(row.getString("currency"));
        var address = row.getString("address");
        return new OrderView(
                new OrderId(row.getLong("id")),
                OrderState.valueOf(row.getString("state")),
                Channel.valueOf(row.getString("channel")),
                location(row),
                row.getString("actor"),
                customer(row),
                new Money(row.getLong("total"), currency),
                new Money(row.getLong("tax"), currency),
                row.getString("delivery"),
                lines,
                Parts.read(row.getString("parts")),
                Json.read(row.getString("explanation"), Explanation.class),
                new Contact(row.getString("name"), row.getString("email"), row.getString("phone")),
                address == null ? null : Json.read(address, Address.class),
                row.getObject("payment", Long.class),
                row.getLong("version"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                null);
    }

    private static OrderView.Line line(ResultSet row, Currency currency) throws SQLException {
        var handedOverAt = row.getObject("fulfilled_at", OffsetDateTime.class);
        return new OrderView.Line(
                row.getInt("line"),
                new Sku(row.getString("sku")),
                row.getString("title"),
                row.getInt("quantity"),
                new Money(row.getLong("unit"), currency),
                List.of(),
                new Money(row.getLong("tax"), currency),
                new Money(row.getLong("gross"), currency),
                row.getInt("cancelled"),
                row.getInt("fulfilled"),
                row.getInt("returned"),
                row.getString("delivery"),
                handedOverAt == null ? null : handedOverAt.toInstant());
    }

    private static @Nullable LocationId location(ResultSet row) throws SQLException {
        var location = row.getString("location");
        return location == null ? null : new LocationId(location);
    }

    private static @Nullable CustomerId customer(ResultSet row) throws SQLException {
        var customer = row.getObject("customer", Long.class);
        return customer == null ? null : new CustomerId(customer);
    }

    /** The one that is wanted, or all there are. */
    private static String[] names(@Nullable Enum<?> wanted, Enum<?>[] all) {
        return Stream.of(wanted == null ? all : new Enum<?>[] {wanted})
                .map(Enum::name)
                .toArray(String[]::new);
    }
}
