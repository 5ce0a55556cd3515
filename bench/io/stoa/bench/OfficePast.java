package io.stoa.bench;

import io.stoa.database.DatabaseAddress;
import io.stoa.drawer.Count;
import io.stoa.drawer.Drawer;
import io.stoa.drawer.DrawerId;
import io.stoa.drawer.DrawerReport;
import io.stoa.drawer.Till;
import io.stoa.shared.Json;
import io.stoa.shared.Money;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What piles up in a back office beside the orders, written at once: people, what they did, letters, reviews, gift cards, goods on their
 * way and the drawers of tills. Only for a shop that is closed, before {@link Past} puts its readers behind the last event.
 */
final class OfficePast {

    static final int PEOPLE = 2_000;
    static final int ACTS = 300_000;
    static final int REVIEWS = 300_000;

    private OfficePast() {}

    static void write(DatabaseAddress address) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute("SET synchronous_commit = off");
            people(statement);
            acts(statement);
            letters(statement);
            reviews(statement);
            giftCards(statement);
            transfers(statement);
            drawers(statement);
        }
    }

    private static void people(Statement statement) throws SQLException {
        run(statement, """
                INSERT INTO staff.account (login, name, roles, open)
                SELECT 'person-' || n, 'Person number ' || n, ARRAY[(ARRAY['ASSOCIATE', 'AGENT', 'MANAGER'])[1 + n %% 3]], n %% 10 > 0
                  FROM generate_series(1, %d) AS n
                """.formatted(PEOPLE));
    }

    /** One kind is rare and long ago, and so is one person. */
    private static void acts(Statement statement) throws SQLException {
        run(statement, """
                CREATE TABLE IF NOT EXISTS events.log_0 PARTITION OF events.log FOR VALUES FROM (0) TO (10000000)
                """);
        run(statement, """
                INSERT INTO events.log (type, key, key_version, channel, actor, payload, at)
                SELECT CASE WHEN n < 5 THEN 'bench.rare' ELSE (ARRAY['pricing.price_changed', 'catalog.published', 'inventory.moved'])[1 + n %% 3] END,
                       'bench:' || n %% 30000, n / 30000 + 1, 'OFFICE',
                       'staff:person-' || CASE WHEN n < 20 THEN 1 ELSE 2 + n %% 400 END, json_build_object('n', n),
                       now() - INTERVAL '30 seconds' * (%1$d - n)
                  FROM generate_series(0, %1$d - 1) AS n
                """.formatted(ACTS));
    }

    private static void letters(Statement statement) throws SQLException {
        run(statement, """
                INSERT INTO mail.message (id, key, kind, message_id, recipient, language, subject, html, plain, state, due_at,
                                          written_at, ended_at)
                SELECT n, 'past-' || n, 'order-placed', 'past-' || n || '@example.com', 'reader-' || n || '@example.com', 'en',
                       'Order ' || n, repeat('A line of a letter. ', 100), repeat('A line. ', 50),
                       CASE WHEN n % 50000 = 1 THEN 'FAILED' ELSE 'SENT' END, now(), now(), now()
                  FROM generate_series(1, 200000) AS n
                """);
    }

    /** Most are content, one in a hundred is not, and one in two hundred is hidden; one article has far more than the others. */
    private static void reviews(Statement statement) throws SQLException {
        run(statement, """
                INSERT INTO reviews.review (id, product, order_id, stars, words, name, language, hidden, written_at)
                SELECT n, CASE WHEN n %% 20 = 0 THEN 1 ELSE 1 + n %% 30000 END, n, CASE WHEN n %% 100 = 7 THEN 1 ELSE 3 + n %% 3 END,
                       repeat('Words about it. ', (1 + n %% 20)::int), 'Reader ' || n, 'en', n %% 200 = 9, now()
                  FROM generate_series(1, %d) AS n
                """.formatted(REVIEWS));
    }

    private static void giftCards(Statement statement) throws SQLException {
        run(statement, """
                INSERT INTO giftcards.card (id, key, code_hash, ending, currency, loaded, balance, issued_at)
                SELECT n, 'past-' || n, sha256(n::text::bytea), lpad((n % 9973)::text, 4, '0'), 'USD', 5000, 5000, now()
                  FROM generate_series(1, 100000) AS n
                """);
        run(statement, """
                INSERT INTO giftcards.entry (card_id, kind, cause, amount, at)
                SELECT n, 'LOADED', 'issued', 5000, now() FROM generate_series(1, 100000) AS n
                """);
    }

    private static void transfers(Statement statement) throws SQLException {
        run(statement, """
                INSERT INTO inventory.transfer (id, key, origin, destination, state, received_at)
                SELECT n, 'past-' || n, 'web', 'bench', CASE WHEN n < 20 THEN 'SENT' ELSE 'RECEIVED' END,
                       CASE WHEN n < 20 THEN NULL ELSE now() END
                  FROM generate_series(1, 50000) AS n
                """);
        run(statement, """
                INSERT INTO inventory.transfer_line (transfer_id, sku, sent, received)
                SELECT n, 'S' || lpad(((n * 13 + line) % 30000)::text, 5, '0') || '-0', 2, CASE WHEN n < 20 THEN NULL ELSE 2 END
                  FROM generate_series(1, 50000) AS n, generate_series(1, 5) AS line
                """);
    }

    /** Two thousand days of ten tills, at two places, each with the same report. */
    private static void drawers(Statement statement) throws SQLException {
        run(statement, """
                INSERT INTO drawer.till (location, name, z)
                SELECT place, 'till ' || n, 2000 FROM unnest(ARRAY['web', 'bench']) AS place, generate_series(1, 5) AS n
                """);
        var insert = """
                INSERT INTO drawer.drawer (id, location, till, currency, opening, business_day, opened_by, opened_at, state, z, closed_by,
                                           closed_at, count, report)
                SELECT day * 10 + n, (ARRAY['web', 'bench'])[1 + n / 5], 'till ' || 1 + n % 5, 'USD', 10000, current_date - 2000 + day,
                       'staff:person-1', now(), 'CLOSED', day, 'staff:person-1', now(), ?::json, ?::json
                  FROM generate_series(1, 2000) AS day, generate_series(0, 9) AS n
                """;
        try (var prepared = statement.getConnection().prepareStatement(insert)) {
            var report = report();
            prepared.setString(
                    1,
                    Json.write(Objects.requireNonNull(report.drawer().closing()).count()));
            prepared.setString(2, Json.write(report));
            int ignored = prepared.executeUpdate();
        }
    }

    private static DrawerReport report() {
        var some = new Money(10_000, Assortment.USD);
        var closing = new Drawer.Closing(1, "staff:person-1", Instant.EPOCH, new Count(Map.of()), null);
        var drawer = new Drawer(
                new DrawerId(1),
                new Till(Assortment.PLACE, "till 1"),
                Drawer.State.CLOSED,
                some,
                LocalDate.EPOCH,
                "staff:person-1",
                Instant.EPOCH,
                closing,
                1);
        return new DrawerReport(
                drawer, Instant.EPOCH, 40, some, Map.of(), List.of(), List.of(), List.of(), some, some, some, some, some, some);
    }

    private static void run(Statement statement, String sql) throws SQLException {
        boolean ignored = statement.execute(sql);
    }
}
