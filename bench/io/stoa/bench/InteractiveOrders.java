package io.stoa.bench;

import io.stoa.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The same facts in 13 round trips, as most shops do it: look up the key; read and change the stock of each line under a
 * lock; insert order, two lines, two holds, payment and event; commit. A pool of 8 connections; who came first goes first.
 */
final class InteractiveOrders implements Load.Market, AutoCloseable {

    static final String SCHEMA = "interactive";
    static final int ROUND_TRIPS = 13;

    private static final int CONNECTIONS = 8;

    private static final String FIND = "SELECT id FROM interactive.orders WHERE idempotency_key = ?";
    private static final String LOCK = """
            SELECT on_hand - held - allocated - safety FROM interactive.stock
             WHERE sku = ? AND location = 'bench' FOR UPDATE
            """;
    private static final String TAKE = """
            UPDATE interactive.stock SET held = held + 1, version = version + 1 WHERE sku = ? AND location = 'bench'
            """;
    private static final String ORDER = """
            INSERT INTO interactive.orders (id, idempotency_key, request_hash, channel, actor, currency, total, tax, delivery,
                                            parts, explanation, payment, state, placed_at, updated_at)
            VALUES (?, ?, 'bench', 'WEB', 'guest:guest', 'USD', 3300, 300, 'COLLECT', '{"location": "bench", "lines": 2}',
                    '{"summary": "bench has everything"}', NULL, 'AWAITING_PAYMENT', now(), now())
            """;
    private static final String LINE = """
            INSERT INTO interactive.line (order_id, line, sku, title, quantity, unit, tax, gross)
            VALUES (?, ?, ?, 'Article', 1, 1500, 150, 1650)
            """;
    private static final String HOLD = """
            INSERT INTO interactive.hold (owner, line, sku, location, quantity, state, expires_at)
            VALUES (?, ?, ?, 'bench', 1, 'HELD', now() + INTERVAL '15 min')
            """;
    private static final String PAYMENT = """
            INSERT INTO interactive.payment (id, order_id, tender, gateway_key, currency, amount, state, attempted_at,
                                             changed_at)
            VALUES (?, ?, 'CARD', ?, 'USD', 3300, 'ATTEMPTING', now(), now())
            """;
    private static final String EVENT = """
            INSERT INTO interactive.log (type, key, key_version, order_id, channel, actor, payload)
            VALUES ('orders.order_placed', ?, 1, ?, 'WEB', 'guest:guest', '{"total": 3300, "delivery": "COLLECT"}')
            """;

    private final int skus;
    private final boolean hot;
    private final Ledger ledger;
    private final AtomicLong ids;
    private final BlockingQueue<Session> pool = new ArrayBlockingQueue<>(CONNECTIONS, true);
    private final List<Session> all = new ArrayList<>();

    InteractiveOrders(DatabaseAddress address, int skus, boolean hot, Ledger ledger, AtomicLong ids) throws SQLException {
        this.skus = skus;
        this.hot = hot;
        this.ledger = ledger;
        this.ids = ids;
        for (int i = 0; i < CONNECTIONS; i++) {
            all.add(new Session(Peers.connect(address)));
        }
        pool.addAll(all);
    }

    @Override
    public Load.Buyer buyer(int number) {
        return this::buy;
    }

    private Load.Answer buy() throws SQLException, InterruptedException {
        var pair = Pair.random(skus, hot);
        var session = pool.take();
        try {
            boolean placed = session.place(ids.incrementAndGet(), UUID.randomUUID().toString(), pair);
            if (placed) {
                ledger.add(pair);
            }
            return placed ? Load.Answer.PLACED : Load.Answer.REFUSED;
        } finally {
            pool.add(session);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var session : all) {
            session.connection.close();
        }
    }

    private static final class Session {
        private final Connection connection;
        private final PreparedStatement find;
        private final PreparedStatement lock;
        private final PreparedStatement take;
        private final PreparedStatement order;
        private final PreparedStatement line;
        private final PreparedStatement hold;
        private final PreparedStatement payment;
        private final PreparedStatement event;

        Session(Connection connection) throws SQLException {
            this.connection = connection;
            connection.setAutoCommit(false);
            find = connection.prepareStatement(FIND);
            lock = connection.prepareStatement(LOCK);
            take = connection.prepareStatement(TAKE);
            order = connection.prepareStatement(ORDER);
            line = connection.prepareStatement(LINE);
            hold = connection.prepareStatement(HOLD);
            payment = connection.prepareStatement(PAYMENT);
            event = connection.prepareStatement(EVENT);
        }

        boolean place(long id, String key, Pair pair) throws SQLException {
            try {
                var skus = List.of(
                        Assortment.sku(pair.first()).value(),
                        Assortment.sku(pair.second()).value());
                boolean free = !found(find, key) && take(skus.getFirst()) && take(skus.getLast());
                if (!free) {
                    connection.rollback();
                    return false;
                }
                write(id, key, skus);
                connection.commit();
                return true;
            } catch (SQLException failure) {
                connection.rollback();
                throw failure;
            }
        }

        private boolean take(String sku) throws SQLException {
            lock.setString(1, sku);
            try (var rows = lock.executeQuery()) {
                if (!rows.next() || rows.getInt(1) < 1) {
                    return false;
                }
            }
            run(take, sku);
            return true;
        }

        private void write(long id, String key, List<String> skus) throws SQLException {
            run(order, id, key);
            run(line, id, 1, skus.getFirst());
            run(line, id, 2, skus.getLast());
            run(hold, id, 1, skus.getFirst());
            run(hold, id, 2, skus.getLast());
            run(payment, id, id, key);
            run(event, "order:" + id, id);
        }

        private static boolean found(PreparedStatement statement, String key) throws SQLException {
            statement.setString(1, key);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }

        private static void run(PreparedStatement statement, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            if (statement.executeUpdate() != 1) {
                throw new SQLException("Nothing was written");
            }
        }
    }
}
