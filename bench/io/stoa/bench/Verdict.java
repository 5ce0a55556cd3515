package io.stoa.bench;

import io.stoa.shared.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The receipts of buyers against the shop's books, and the shop's books against each other and against the card provider's.
 * It says how much was compared, because a comparison that did not take place finds nothing.
 */
public record Verdict(
        long acknowledged, long refused, long compared, long payments, long charges, long effects, List<String> wrongs) {

    private static final String ACTOR = "partner:bench|";
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
    private static final int SHOWN_MAX = 20;

    private record Written(long id, String skus, String state) {}

    static Verdict of(Receipts receipts, Assortment assortment, ShopProcess shop)
            throws IOException, InterruptedException, SQLException {
        try (var connection = shop.address().connect()) {
            var wrongs = new ArrayList<>(receipts.surprises());
            compareOrders(receipts, orders(connection), wrongs);
            if (wrongs.isEmpty()) {
                settle(shop, connection, wrongs);
            }
            compareStock(receipts, assortment, wrongs);
            compareBooks(connection, wrongs);
            var checked = Json.read(shop.ask("check"), ShopMain.Checked.class);
            wrongs.addAll(checked.differences());
            wrongs.addAll(checked.paymentDifferences());
            return new Verdict(
                    receipts.count(),
                    receipts.refused().size(),
                    checked.compared(),
                    checked.payments(),
                    number(connection, "SELECT count(*) FROM testgateway.charge"),
                    number(connection, "SELECT count(*) FROM bench.effect"),
                    List.copyOf(wrongs.subList(0, Math.min(wrongs.size(), SHOWN_MAX))));
        }
    }

    /** Two minutes pass, after which every answer of the provider that got lost is asked for; events are read to the end. */
    private static void settle(ShopProcess shop, Connection connection, List<String> wrongs)
            throws IOException, InterruptedException, SQLException {
        var passed = shop.ask("pass 120");
        long end = System.nanoTime() + PATIENCE_NANOS;
        var open = """
                SELECT (SELECT count(*) FROM payments.payment WHERE state IN ('ATTEMPTING', 'UNKNOWN'))
                     + (SELECT count(*) FROM orders.orders o JOIN payments.payment p ON p.order_id = o.id
                         WHERE p.state = 'AUTHORISED' AND NOT p.release_wanted AND o.state = 'AWAITING_PAYMENT')
                     + (SELECT count(*) FROM events.log l WHERE type = 'orders.order_placed'
                           AND NOT EXISTS (SELECT 1 FROM bench.effect e WHERE e.seq = l.seq))
                """;
        while (number(connection, open) > 0 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        if (number(connection, open) > 0 || !passed.equals("ok")) {
            wrongs.add("not settled: " + number(connection, open) + " payments, orders or events are still open");
        }
    }

    private static Map<String, Written> orders(Connection connection) throws SQLException {
        var orders = new HashMap<String, Written>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT o.idempotency_key, o.id, o.state, string_agg(l.sku || '*' || l.quantity, ' ' ORDER BY l.line)
                          FROM orders.orders o JOIN orders.line l ON l.order_id = o.id
                         GROUP BY o.id
                        """)) {
            while (rows.next()) {
                orders.put(
                        rows.getString(1).replace(ACTOR, ""),
                        new Written(rows.getLong(2), rows.getString(4), rows.getString(3)));
            }
        }
        return orders;
    }

    private static void compareOrders(Receipts receipts, Map<String, Written> orders, List<String> wrongs) {
        for (var receipt : receipts.all()) {
            var written = orders.get(receipt.asked().key());
            if (written == null) {
                wrongs.add("lost: " + receipt);
            } else if (written.id() != receipt.order()) {
                wrongs.add("another order than acknowledged: " + receipt + ", " + written);
            } else if (!written.skus().equals(skus(receipt.asked().pair()))) {
                wrongs.add("other goods than acknowledged: " + receipt + ", " + written);
            } else if (receipt.paid() && !written.state().equals("PLACED")) {
                wrongs.add("acknowledged as paid: " + receipt + ", " + written);
            }
        }
        orders.keySet().stream()
                .filter(key -> !receipts.isKnown(key) || receipts.refused().contains(key))
                .forEach(key -> wrongs.add("nobody was told of this order: " + key));
        receipts.unanswered().forEach(key -> wrongs.add("never answered: " + key));
    }

    private static String skus(Pair pair) {
        return Assortment.sku(pair.first()) + "*1 " + Assortment.sku(pair.second()) + "*1";
    }

    private static void compareStock(Receipts receipts, Assortment assortment, List<String> wrongs) {
        long oversold = receipts.ledger(assortment.skus()).oversold(assortment);
        if (oversold > 0) {
            wrongs.add("oversold: " + oversold + " pieces were promised beyond what was put in");
        }
    }

    private static void compareBooks(Connection connection, List<String> wrongs) throws SQLException {
        none(connection, wrongs, "orders that do not have their two pieces", """
                SELECT count(*) FROM orders.orders o
                 WHERE COALESCE((SELECT sum(quantity) FROM inventory.hold h
                                  WHERE h.owner = o.id AND h.state IN ('HELD', 'ALLOCATED')), 0) <> 2
                """);
        none(connection, wrongs, "orders told of not exactly once", """
                SELECT count(*) FROM orders.orders o
                 WHERE (SELECT count(*) FROM events.log l WHERE l.order_id = o.id AND l.type = 'orders.order_placed') <> 1
                """);
        none(connection, wrongs, "events with more than one effect", "SELECT count(*) FROM bench.effect WHERE times <> 1");
        none(connection, wrongs, "orders charged twice", """
                SELECT count(*) FROM (
                  SELECT p.order_id FROM testgateway.charge c JOIN payments.payment p ON p.gateway_key = c.key
                   WHERE c.state = 'APPROVED' AND c.released = 0 GROUP BY p.order_id HAVING count(*) > 1) AS twice
                """);
        compareWithProvider(connection, wrongs);
        none(connection, wrongs, "charges that we know nothing of", """
                SELECT count(*) FROM testgateway.charge c
                 WHERE NOT EXISTS (SELECT 1 FROM payments.payment p WHERE p.gateway_key = c.key)
                """);
        none(connection, wrongs, "placed orders without money", """
                SELECT count(*) FROM orders.orders o
                 WHERE o.state = 'PLACED' AND NOT EXISTS (
                       SELECT 1 FROM payments.payment p WHERE p.order_id = o.id AND p.state = 'AUTHORISED')
                """);
    }

    /** Every payment that the provider knows otherwise, with what either side says of it. */
    private static void compareWithProvider(Connection connection, List<String> wrongs) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                SELECT format('payment %s of order %s (%s) is %s with %s of %s authorised, asked %s times (%s), changed %s; '
                              'the provider says %s', p.id, p.order_id, o.state, p.state, p.authorised, p.amount, p.asks,
                              p.reason, p.changed_at, COALESCE(c::text, 'nothing'))
                  FROM payments.payment p
                  LEFT JOIN orders.orders o ON o.id = p.order_id
                  LEFT JOIN testgateway.charge c ON c.key = p.gateway_key
                 WHERE (p.authorised > 0) <> COALESCE(c.state = 'APPROVED', false)
                    OR (p.authorised > 0 AND c.amount <> p.amount)
                """)) {
            while (rows.next()) {
                wrongs.add("the provider knows otherwise: " + rows.getString(1));
            }
        }
    }

    private static void none(Connection connection, List<String> wrongs, String what, String sql) throws SQLException {
        long found = number(connection, sql);
        if (found > 0) {
            wrongs.add(found + " " + what);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new IllegalStateException("A query answered nothing: " + sql);
            }
            return rows.getLong(1);
        }
    }
}
