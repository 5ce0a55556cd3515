package io.stoa.orders.past;

import io.stoa.orders.past.PastOrder.Line;
import io.stoa.orders.past.PastOrder.Origin;
import io.stoa.orders.past.PastOrder.State;
import io.stoa.orders.past.PastOrders.Kept;
import io.stoa.orders.past.PastOrders.Query;
import io.stoa.orders.past.PastOrders.Row;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of orders.past_order and orders.past_line. */
@Component
class PastOrderTable {

    private final JdbcClient database;

    /** An order with the number it gets unless it is there already. */
    record Fresh(long id, PastOrder order) {}

    private record Numbered(long order, int number, Line line) {}

    PastOrderTable(JdbcClient database) {
        this.database = database;
    }

    /** Heads and lines in one statement; lines of orders that are there already go nowhere. */
    void insert(List<Fresh> orders) {
        var lines = orders.stream().flatMap(order -> lines(order).stream()).toList();
        var _ = database.sql("""
                WITH recorded AS (
                  INSERT INTO orders.past_order
                      (id, source, number, customer, channel, location, placed_at, currency, state, total, pieces)
                  SELECT *
                    FROM unnest(:ids::bigint[], :sources::text[], :numbers::text[], :customers::bigint[], :channels::text[],
                                :locations::text[], :times::timestamptz[], :currencies::text[], :states::text[],
                                :totals::bigint[], :pieces::int[])
                  ON CONFLICT (source, number) DO NOTHING
                  RETURNING id)
                INSERT INTO orders.past_line (order_id, line, sku, title, quantity, unit)
                SELECT l.order_id, l.line, l.sku, l.title, l.quantity, l.unit
                  FROM unnest(:lineOrders::bigint[], :lineNumbers::int[], :skus::text[], :titles::text[],
                              :quantities::int[], :units::bigint[]) AS l (order_id, line, sku, title, quantity, unit)
                  JOIN recorded r ON r.id = l.order_id
                """)
                .param("ids", numbers(orders, Fresh::id))
                .param("sources", texts(orders, fresh -> fresh.order().origin().source()))
                .param("numbers", texts(orders, fresh -> fresh.order().origin().number()))
                .param("customers", numbers(orders, PastOrderTable::customer))
                .param(
                        "channels",
                        texts(orders, fresh -> fresh.order().channel().name()))
                .param(
                        "locations",
                        texts(orders, fresh -> fresh.order().location().value()))
                .param("times", texts(orders, fresh -> fresh.order().at().toString()))
                .param(
                        "currencies",
                        texts(orders, fresh -> fresh.order().currency().getCurrencyCode()))
                .param("states", texts(orders, fresh -> fresh.order().state().name()))
                .param("totals", numbers(orders, fresh -> fresh.order().total().minor()))
                .param("pieces", integers(orders, fresh -> fresh.order().pieces()))
                .param("lineOrders", numbers(lines, Numbered::order))
                .param("lineNumbers", integers(lines, Numbered::number))
                .param("skus", texts(lines, one -> one.line().sku().value()))
                .param("titles", texts(lines, one -> one.line().title()))
                .param("quantities", integers(lines, one -> one.line().quantity()))
                .param("units", numbers(lines, one -> one.line().unit().minor()))
                .update();
    }

    Optional<Kept> find(OrderId id) {
        return database.sql("""
                SELECT id, source, number, customer, channel, location, placed_at, currency, state, recorded_at
                  FROM orders.past_order
                 WHERE id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new Kept(id, order(row, lines(id, currency(row))), time(row, "recorded_at")))
                .optional();
    }

    private List<Line> lines(OrderId id, Currency currency) {
        return database.sql("""
                SELECT sku, title, quantity, unit FROM orders.past_line WHERE order_id = :id ORDER BY line
                """)
                .param("id", id.value())
                .query((row, n) -> new Line(
                        new Sku(row.getString("sku")),
                        row.getString("title"),
                        row.getInt("quantity"),
                        new Money(row.getLong("unit"), currency)))
                .list();
    }

    /** Only the conditions that are asked for stand in the statement, so that each finds its index. */
    List<Row> list(Query query, int limit) {
        return database.sql("""
                SELECT id, source, number, customer, channel, location, placed_at, currency, state, total, pieces
                  FROM orders.past_order
                 WHERE %s
                 ORDER BY placed_at DESC, id DESC
                 LIMIT :limit
                """.formatted(String.join(" AND ", conditions(query))))
                .param(
                        "channel",
                        query.channel() == null ? null : query.channel().name())
                .param(
                        "customer",
                        query.customer() == null ? null : query.customer().value())
                .param("number", query.number())
                .param("ownNumber", query.ownNumber())
                .param("before", query.before())
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    private static List<String> conditions(Query query) {
        var conditions = new ArrayList<String>();
        if (query.states().size() < State.values().length) {
            var names = query.states().stream()
                    .map(state -> "'" + state + "'")
                    .sorted()
                    .toList();
            conditions.add(
                    names.size() == 1 ? "state = " + names.getFirst() : "state IN (" + String.join(", ", names) + ")");
        }
        if (query.channel() != null) {
            conditions.add("channel = :channel");
        }
        if (query.customer() != null) {
            conditions.add("customer = :customer");
        }
        if (query.number() != null) {
            conditions.add(query.ownNumber() == null ? "number = :number" : "(number = :number OR id = :ownNumber)");
        }
        if (query.before() != null) {
            conditions.add(
                    "(placed_at, id) < (SELECT b.placed_at, b.id FROM orders.past_order b WHERE b.id = :before)");
        }
        return conditions.isEmpty() ? List.of("TRUE") : conditions;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new OrderId(row.getLong("id")),
                new Origin(row.getString("source"), row.getString("number")),
                State.valueOf(row.getString("state")),
                Channel.valueOf(row.getString("channel")),
                new LocationId(row.getString("location")),
                customer(row),
                new Money(row.getLong("total"), currency(row)),
                row.getInt("pieces"),
                time(row, "placed_at"));
    }

    private static PastOrder order(ResultSet row, List<Line> lines) throws SQLException {
        return new PastOrder(
                new Origin(row.getString("source"), row.getString("number")),
                customer(row),
                Channel.valueOf(row.getString("channel")),
                new LocationId(row.getString("location")),
                time(row, "placed_at"),
                currency(row),
                State.valueOf(row.getString("state")),
                lines);
    }

    private static List<Numbered> lines(Fresh fresh) {
        var lines = new ArrayList<Numbered>();
        for (var line : fresh.order().lines()) {
            lines.add(new Numbered(fresh.id(), lines.size() + 1, line));
        }
        return lines;
    }

    private static @Nullable Long customer(Fresh fresh) {
        var customer = fresh.order().customer();
        return customer == null ? null : customer.value();
    }

    private static @Nullable CustomerId customer(ResultSet row) throws SQLException {
        var customer = row.getObject("customer", Long.class);
        return customer == null ? null : new CustomerId(customer);
    }

    private static Currency currency(ResultSet row) throws SQLException {
        return Currency.getInstance(row.getString("currency"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> @Nullable Long[] numbers(List<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> Integer[] integers(List<T> rows, Function<T, Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }
}
