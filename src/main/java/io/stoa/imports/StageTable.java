package io.stoa.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of imports.head and imports.line, where past orders of one run wait until every file is read. */
final class StageTable {

    private final JdbcClient database;
    private final String schema;
    private final long run;

    /** Where a row stood. */
    record Origin(String file, long line, String raw) {}

    /** What is said once per order. */
    record Head(
            String order,
            @Nullable String customer,
            String location,
            String channel,
            @Nullable String state,
            Instant at,
            boolean moved,
            Origin origin) {}

    /** One line of an order; the digest tells it from others of the same order. */
    record Line(
            String order,
            String digest,
            String sku,
            String title,
            int quantity,
            long unitMinor,
            String currency,
            Origin origin) {}

    StageTable(JdbcClient database, String schema, long run) {
        this.database = database;
        this.schema = schema;
        this.run = run;
    }

    /** Heads that are there already stay as they are; answers the orders whose head is new. */
    Set<String> addHeads(List<Head> heads) {
        return new HashSet<>(sql("""
                INSERT INTO SCHEMA.head (run, order_key, customer, location, channel, state, at, file, line, raw)
                SELECT :run, h.*
                FROM unnest(:orders::text[], :customers::text[], :locations::text[], :channels::text[], :states::text[],
                            :times::timestamptz[], :files::text[], :lines::bigint[], :raws::text[]) AS h
                ON CONFLICT (run, order_key) DO NOTHING
                RETURNING order_key
                """)
                .param("orders", texts(heads, Head::order))
                .param("customers", texts(heads, Head::customer))
                .param("locations", texts(heads, Head::location))
                .param("channels", texts(heads, Head::channel))
                .param("states", texts(heads, Head::state))
                .param("times", texts(heads, head -> head.at().toString()))
                .param("files", texts(heads, head -> head.origin().file()))
                .param("lines", heads.stream().map(head -> head.origin().line()).toArray(Long[]::new))
                .param("raws", texts(heads, head -> head.origin().raw()))
                .query(String.class)
                .list());
    }

    /** Answers the order and digest of each line that is new; others were there before. */
    Set<List<String>> addLines(List<Line> lines) {
        return new HashSet<>(sql("""
                INSERT INTO SCHEMA.line
                    (run, order_key, digest, sku, title, quantity, unit_minor, currency, file, line, raw)
                SELECT :run, l.*
                FROM unnest(:orders::text[], :digests::text[], :skus::text[], :titles::text[], :quantities::int[],
                            :units::bigint[], :currencies::text[], :files::text[], :lines::bigint[], :raws::text[]) AS l
                ON CONFLICT (run, order_key, digest) DO NOTHING
                RETURNING order_key, digest
                """)
                .param("orders", texts(lines, Line::order))
                .param("digests", texts(lines, Line::digest))
                .param("skus", texts(lines, Line::sku))
                .param("titles", texts(lines, Line::title))
                .param("quantities", lines.stream().map(Line::quantity).toArray(Integer[]::new))
                .param("units", lines.stream().map(Line::unitMinor).toArray(Long[]::new))
                .param("currencies", texts(lines, Line::currency))
                .param("files", texts(lines, line -> line.origin().file()))
                .param("lines", lines.stream().map(line -> line.origin().line()).toArray(Long[]::new))
                .param("raws", texts(lines, line -> line.origin().raw()))
                .query((row, number) -> List.of(row.getString("order_key"), row.getString("digest")))
                .list());
    }

    void analyse() {
        database.sql("ANALYZE %1$s.head".formatted(schema)).update();
        database.sql("ANALYZE %1$s.line".formatted(schema)).update();
    }

    /** Customers, in the order of their keys, who gave something back. */
    List<String> customersWithReturns(String after, int most) {
        return sql("""
                SELECT DISTINCT customer
                FROM SCHEMA.head
                WHERE run = :run AND customer > :after AND EXISTS (
                    SELECT FROM SCHEMA.line
                    WHERE line.run = head.run AND line.order_key = head.order_key AND quantity < 0)
                ORDER BY customer
                LIMIT :most
                """)
                .param("after", after)
                .param("most", most)
                .query((row, number) -> row.getString("customer"))
                .list();
    }

    /** What a customer bought and gave back, oldest first, purchases before returns of the same time. */
    List<Trade> tradesOf(String customer) {
        return sql("""
                SELECT order_key, digest, sku, unit_minor, quantity
                FROM SCHEMA.line
                JOIN SCHEMA.head USING (run, order_key)
                WHERE run = :run AND customer = :customer
                ORDER BY at, quantity < 0, order_key, digest
                """)
                .param("customer", customer)
                .query((row, number) -> new Trade(
                        row.getString("order_key"),
                        row.getString("digest"),
                        new Article(row.getString("sku"), row.getLong("unit_minor")),
                        row.getInt("quantity")))
                .list();
    }

    /** What was traded at which unit price. */
    record Article(String sku, long unitMinor) {}

    /** A line of a customer's history; a negative quantity was given back. */
    record Trade(String order, String digest, Article article, int quantity) {}

    /** Puts returned lines into the orders that they were bought with. */
    void move(List<Trade> returned, List<String> purchases) {
        var moved = sql("""
                WITH moves AS (
                    SELECT * FROM unnest(:orders::text[], :digests::text[], :purchases::text[]) AS m (order_key, digest, purchase)
                ), heads AS (
                    UPDATE SCHEMA.head SET moved = true
                    FROM moves WHERE head.run = :run AND head.order_key = moves.order_key
                )
                UPDATE SCHEMA.line SET order_key = moves.purchase
                FROM moves
                WHERE line.run = :run AND line.order_key = moves.order_key AND line.digest = moves.digest
                """)
                .param("orders", texts(returned, Trade::order))
                .param("digests", texts(returned, Trade::digest))
                .param("purchases", purchases.toArray(String[]::new))
                .update();
        if (moved != returned.size()) {
            throw new IllegalStateException("Moved " + moved + " of " + returned.size() + " returned lines");
        }
    }

    /** Takes out lines that belong to no known order. */
    List<Line> takeOrphans(int most) {
        return sql("""
                DELETE FROM SCHEMA.line
                WHERE run = :run AND (order_key, digest) IN (
                    SELECT order_key, digest
                    FROM SCHEMA.line AS lonely
                    WHERE run = :run AND NOT EXISTS (
                        SELECT FROM SCHEMA.head WHERE head.run = lonely.run AND head.order_key = lonely.order_key)
                    LIMIT :most)
                RETURNING *
                """).param("most", most).query(StageTable::line).list();
    }

    /** Takes out the oldest orders. */
    List<Head> takeHeads(int most) {
        return sql("""
                DELETE FROM SCHEMA.head
                WHERE run = :run AND order_key IN (
                    SELECT order_key FROM SCHEMA.head WHERE run = :run ORDER BY at, order_key LIMIT :most)
                RETURNING *
                """).param("most", most).query(StageTable::head).list();
    }

    List<Line> takeLines(Collection<String> orders) {
        return sql("DELETE FROM SCHEMA.line WHERE run = :run AND order_key = ANY(:orders) RETURNING *")
                .param("orders", orders.toArray(String[]::new))
                .query(StageTable::line)
                .list();
    }

    long heads() {
        return sql("SELECT count(*) FROM SCHEMA.head WHERE run = :run")
                .query(Long.class)
                .single();
    }

    /** Forgets what an abandoned run left, a part at a time; answers how many rows that were. */
    int forget(int most) {
        return sql("DELETE FROM SCHEMA.line WHERE run = :run AND ctid IN (SELECT ctid FROM SCHEMA.line WHERE run = :run LIMIT :most)")
                        .param("most", most)
                        .update()
                + sql("DELETE FROM SCHEMA.head WHERE run = :run AND ctid IN (SELECT ctid FROM SCHEMA.head WHERE run = :run LIMIT :most)")
                        .param("most", most)
                        .update();
    }

    private JdbcClient.StatementSpec sql(String text) {
        return database.sql(text.replace("SCHEMA", schema)).param("run", run);
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getString("order_key"),
                row.getString("customer"),
                row.getString("location"),
                row.getString("channel"),
                row.getString("state"),
                row.getObject("at", OffsetDateTime.class)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                row.getBoolean("moved"),
                origin(row));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getString("order_key"),
                row.getString("digest"),
                row.getString("sku"),
                row.getString("title"),
                row.getInt("quantity"),
                row.getLong("unit_minor"),
                row.getString("currency"),
                origin(row));
    }

    private static Origin origin(ResultSet row) throws SQLException {
        return new Origin(row.getString("file"), row.getLong("line"), row.getString("raw"));
    }

    private static <T> @Nullable String[] texts(List<T> items, Function<T, @Nullable String> text) {
        @Nullable String[] texts = new @Nullable String[items.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text.apply(items.get(i));
        }
        return texts;
    }
}
