package io.stoa.bench;

import io.stoa.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The same facts as an order of Stoa, by one statement: stock guarded and held, order, two lines, two holds, payment, three
 * events. A connection for each buyer, no HTTP, nothing around it.
 */
final class RawOrders implements Load.Market {

    static final String SCHEMA = "raw";

    private static final String PLACE = """
            WITH asked AS MATERIALIZED (SELECT ?::bigint AS id, ?::text AS key),
            wanted AS MATERIALIZED (SELECT * FROM (VALUES (1, ?::text, 1), (2, ?::text, 1)) AS w (line, sku, quantity)),
            locked AS MATERIALIZED (
              SELECT s.sku, s.location, w.line, w.quantity
                FROM wanted w
                JOIN raw.stock s ON s.sku = w.sku AND s.location = 'bench'
               ORDER BY s.sku
                 FOR UPDATE OF s),
            taken AS (
              UPDATE raw.stock s SET held = s.held + l.quantity, version = s.version + 1
                FROM locked l
               WHERE s.sku = l.sku AND s.location = l.location
                 AND s.on_hand - s.held - s.allocated - s.safety >= l.quantity
              RETURNING s.sku, s.location, s.on_hand, s.held, s.allocated, s.version),
            placed AS (
              INSERT INTO raw.orders (id, idempotency_key, request_hash, channel, actor, currency, total, tax, delivery,
                                      parts, explanation, payment, state, placed_at, updated_at)
              SELECT id, key, 'bench', 'WEB', 'guest:guest', 'USD', 3300, 300, 'COLLECT',
                     json_build_object('location', 'bench', 'lines', 2), '{"summary": "bench has everything"}', id,
                     'AWAITING_PAYMENT', now(), now() FROM asked),
            lines AS (
              INSERT INTO raw.line (order_id, line, sku, title, quantity, unit, tax, gross)
              SELECT a.id, w.line, w.sku, 'Article ' || w.sku, w.quantity, 1500, 150, 1650 FROM asked a, wanted w),
            holds AS (
              INSERT INTO raw.hold (owner, line, sku, location, quantity, state, expires_at)
              SELECT a.id, w.line, w.sku, 'bench', w.quantity, 'HELD', now() + INTERVAL '15 min' FROM asked a, wanted w),
            paid AS (
              INSERT INTO raw.payment (id, order_id, tender, gateway_key, currency, amount, state, attempted_at, changed_at)
              SELECT id, id, 'CARD', key, 'USD', 3300, 'ATTEMPTING', now(), now() FROM asked),
            told AS (
              INSERT INTO raw.log (type, key, key_version, order_id, channel, actor, payload)
              SELECT 'inventory.stock_changed', 'stock:' || min(sku) || '@' || min(location), min(version), NULL, 'WEB',
                     'guest:guest', json_agg(json_build_object('sku', sku, 'onHand', on_hand, 'held', held, 'allocated',
                     allocated)) FROM taken
               UNION ALL
              SELECT 'orders.order_placed', 'order:' || id, 1, id, 'WEB', 'guest:guest',
                     json_build_object('order', id, 'total', 3300, 'delivery', 'COLLECT') FROM asked)
            SELECT 1 / (count(*) / 2) FROM taken
            """;

    private final DatabaseAddress address;
    private final int skus;
    private final boolean hot;
    private final Ledger ledger;
    private final AtomicLong ids;

    RawOrders(DatabaseAddress address, int skus, boolean hot, Ledger ledger, AtomicLong ids) {
        this.address = address;
        this.skus = skus;
        this.hot = hot;
        this.ledger = ledger;
        this.ids = ids;
    }

    @Override
    public Load.Buyer buyer(int number) throws SQLException {
        var connection = Peers.connect(address);
        return new Direct(connection, connection.prepareStatement(PLACE));
    }

    private final class Direct implements Load.Buyer {
        private final Connection connection;
        private final PreparedStatement place;

        Direct(Connection connection, PreparedStatement place) {
            this.connection = connection;
            this.place = place;
        }

        /** Too little of one article ends in a division by zero, which undoes the whole statement. */
        @Override
        public Load.Answer buy() throws SQLException {
            var pair = Pair.random(skus, hot);
            place.setLong(1, ids.incrementAndGet());
            place.setString(2, UUID.randomUUID().toString());
            place.setString(3, Assortment.sku(pair.first()).value());
            place.setString(4, Assortment.sku(pair.second()).value());
            try (var rows = place.executeQuery()) {
                boolean ignored = rows.next();
            }
            ledger.add(pair);
            return Load.Answer.PLACED;
        }

        @Override
        public void close() throws SQLException {
            place.close();
            connection.close();
        }
    }
}
