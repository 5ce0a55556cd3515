package io.stoa.orders.views;

import io.stoa.locations.Address;
import io.stoa.routing.Route;
import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that reads what was sent of the newest orders. It looks at {@value #LOOKED_AT} orders at most. */
@Component
class SentOrderTable {

    private static final int LOOKED_AT = 20_000;

    private final JdbcClient database;

    /** One SKU of an order, as the query gathers it. */
    private record Wanted(String sku, int quantity) {}

    SentOrderTable(JdbcClient database) {
        this.database = database;
    }

    /** Newest first. */
    List<SentOrder> newest(int atMost) {
        return database.sql("""
                WITH looked AS MATERIALIZED (
                  SELECT id, state, channel, currency, delivery, placed_at
                    FROM orders.orders ORDER BY id DESC LIMIT :looked),
                sent AS MATERIALIZED (
                  SELECT o.*, c.address
                    FROM looked o
                    JOIN orders.contact c ON c.order_id = o.id AND c.address IS NOT NULL
                   WHERE o.delivery IN ('SHIP', 'MIXED') AND o.state IN ('PLACED', 'FULFILLED', 'CANCELLED')
                   ORDER BY o.id DESC LIMIT :most)
                SELECT s.id, s.channel, s.currency, s.placed_at, s.address,
                       (SELECT sum(l.gross) FROM orders.line l WHERE l.order_id = s.id) AS worth,
                       (SELECT json_agg(json_build_object('sku', g.sku, 'quantity', g.quantity) ORDER BY g.sku)
                          FROM (SELECT l.sku, sum(l.quantity) AS quantity FROM orders.line l
                                 WHERE l.order_id = s.id AND COALESCE(l.delivery, 'SHIP') = 'SHIP' GROUP BY l.sku) g) AS lines
                  FROM sent s
                 ORDER BY s.id DESC
                """)
                .param("looked", LOOKED_AT)
                .param("most", atMost)
                .query(SentOrderTable::order)
                .list();
    }

    private static SentOrder order(ResultSet row, int number) throws SQLException {
        var lines = new ArrayList<Route.Line>();
        for (var wanted : Json.read(row.getString("lines"), Wanted[].class)) {
            lines.add(new Route.Line(lines.size() + 1, new Sku(wanted.sku()), Quantity.of(wanted.quantity())));
        }
        return new SentOrder(
                new OrderId(row.getLong("id")),
                row.getObject("placed_at", OffsetDateTime.class).toInstant(),
                Channel.valueOf(row.getString("channel")),
                Json.read(row.getString("address"), Address.class),
                new Money(row.getLong("worth"), Currency.getInstance(row.getString("currency"))),
                lines);
    }
}
