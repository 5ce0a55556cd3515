package io.stoa.bench;

import io.stoa.database.DatabaseAddress;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A past of so many orders, written at once: two lines each, sold, paid, told of, and everything that was sold was received
 * before, so that the books agree. Only for a shop that is closed, whose readers have read everything.
 */
final class Past {

    static final long FIRST_ID = 1_000_000_000_000L;

    private Past() {}

    /** Who bought, through which door, and what became of it: SQL over the number {@code n} of an order. */
    record Mix(String customer, String channel, String state) {
        static final Mix ALIKE = new Mix("NULL::bigint", "'WEB'", "'FULFILLED'");

        /** As a retailer's are, with some that are rare and long ago. The books of those that were cancelled are not kept here. */
        static final Mix VARIED = new Mix(
                "CASE WHEN n % 3 > 0 THEN 1 + n * 7919 % 50000 END",
                "CASE WHEN n < 500 THEN 'PHONE' WHEN n % 100 < 55 THEN 'TILL' WHEN n % 100 < 97 THEN 'WEB' ELSE 'APP' END",
                "CASE WHEN n % 1000 = 17 THEN 'CANCELLED' WHEN n BETWEEN 400 AND 900 THEN 'EXPIRED' WHEN n % 5000 = 23 THEN 'PLACED'"
                        + " ELSE 'FULFILLED' END");
    }

    /** Adds orders number {@code from} to {@code to}, the latter excluded. */
    static void write(DatabaseAddress address, Mix mix, int skus, long from, long to) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            statement.execute("""
                    CREATE TEMP VIEW past AS
                    SELECT %1$d + n AS id, n, 'B' || lpad((n %% %4$d)::text, 5, '0') AS one,
                           'B' || lpad(((n + 7) %% %4$d)::text, 5, '0') AS other,
                           now() - INTERVAL '1 second' * (%3$d - n) AS at,
                           %5$s AS customer, %6$s AS channel, %7$s AS state
                      FROM generate_series(%2$d::bigint, %3$d::bigint - 1) AS n
                    """.formatted(FIRST_ID, from, to, skus - 1, mix.customer(), mix.channel(), mix.state()));
            orders(statement);
            stock(statement, from);
            money(statement);
            events(statement);
            statement.execute("VACUUM (ANALYZE)");
            statement.execute("CHECKPOINT");
        }
    }

    private static void orders(Statement statement) throws SQLException {
        run(statement, """
                INSERT INTO orders.orders (id, idempotency_key, request_hash, customer, channel, actor, currency, total, tax,
                                           delivery, parts, explanation, payment, state, placed_at, updated_at)
                SELECT id, 'past-' || n, 'past', customer, channel, 'guest:guest', 'USD', 3300, 300, 'COLLECT', '[]',
                       '{"summary": "bench has everything", "steps": []}', id, state, at, at FROM past
                """);
        run(statement, """
                INSERT INTO orders.line (order_id, line, sku, title, quantity, unit, tax, gross, fulfilled)
                SELECT id, line, sku, 'Article ' || sku, 1, 1500, 150, 1650, 1
                  FROM past, LATERAL (VALUES (1, one), (2, other)) AS l (line, sku)
                """);
    }

    /** What was sold came in before: the counters stay as they are. */
    private static void stock(Statement statement, long from) throws SQLException {
        run(statement, """
                INSERT INTO inventory.hold (owner, line, sku, location, quantity, state, expires_at)
                SELECT id, line, sku, 'bench', 0, 'SOLD', at FROM past, LATERAL (VALUES (1, one), (2, other)) AS l (line, sku)
                """);
        run(statement, """
                INSERT INTO inventory.movement (id, sku, location, kind, on_hand, damaged, in_transit, reason, at)
                SELECT 'sold:past-' || n || ':' || line || ':bench', sku, 'bench', 'SOLD', -1, 0, 0, 'past', at
                  FROM past, LATERAL (VALUES (1, one), (2, other)) AS l (line, sku)
                """);
        run(statement, """
                INSERT INTO inventory.movement (id, sku, location, kind, on_hand, damaged, in_transit, reason, at)
                SELECT 'past-%d-' || sku, sku, 'bench', 'RECEIVED', count(*), 0, 0, 'past', min(at)
                  FROM past, LATERAL (VALUES (1, one), (2, other)) AS l (line, sku) GROUP BY sku
                """.formatted(from));
    }

    private static void money(Statement statement) throws SQLException {
        run(statement, """
                INSERT INTO payments.payment (id, order_id, tender, gateway_key, currency, amount, state, authorised, captured,
                                              attempted_at, changed_at)
                SELECT id, id, 'CASH', 'past-' || n, 'USD', 3300, 'CAPTURED', 3300, 3300, at, at FROM past
                """);
        run(statement, """
                INSERT INTO payments.entry (payment_id, kind, cause, amount, currency, at)
                SELECT id, kind, 'cash', 3300, 'USD', at FROM past, LATERAL (VALUES ('AUTHORISED'), ('CAPTURED')) AS k (kind)
                """);
    }

    /** As the log's own numbers go on, every reader is put behind the last one. */
    private static void events(Statement statement) throws SQLException {
        run(statement, """
                DO $$ BEGIN
                  FOR part IN 0..10 LOOP
                    EXECUTE format('CREATE TABLE IF NOT EXISTS events.log_%s PARTITION OF events.log FOR VALUES FROM (%s) TO (%s)',
                                   part, part * 10000000::bigint, (part + 1) * 10000000::bigint);
                  END LOOP;
                END $$
                """);
        run(statement, """
                INSERT INTO events.log (type, key, key_version, order_id, channel, actor, payload, at)
                SELECT type, 'order:' || id, version, id, 'WEB', 'guest:guest',
                       json_build_object('order', id, 'total', 3300, 'delivery', 'COLLECT'), at
                  FROM past, LATERAL (VALUES ('orders.order_placed', 1), ('orders.order_paid', 2), ('orders.fulfilled', 3))
                                     AS e (type, version)
                """);
        run(statement, "UPDATE events.cursor SET seq = (SELECT max(seq) FROM events.log)");
    }

    private static void run(Statement statement, String sql) throws SQLException {
        boolean ignored = statement.execute(sql);
    }
}
