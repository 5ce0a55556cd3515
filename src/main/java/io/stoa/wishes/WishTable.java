package io.stoa.wishes;

import io.stoa.shared.Sku;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of wishes. */
@Component
class WishTable {

    private final JdbcClient database;

    WishTable(JdbcClient database) {
        this.database = database;
    }

    List<Sku> of(Wisher wisher, int limit) {
        return database.sql("SELECT sku FROM wishes.wish WHERE owner = :owner ORDER BY at DESC, sku LIMIT :limit")
                .param("owner", wisher.key())
                .param("limit", limit)
                .query((row, n) -> new Sku(row.getString("sku")))
                .list();
    }

    /** What is wished for already stays where it is. Beyond the limit the oldest wish leaves. */
    void add(Wisher wisher, Sku sku, int limit) {
        database.sql("INSERT INTO wishes.wish (owner, sku) VALUES (:owner, :sku) ON CONFLICT DO NOTHING")
                .param("owner", wisher.key())
                .param("sku", sku.value())
                .update();
        trim(wisher, limit);
    }

    void remove(Wisher wisher, Sku sku) {
        database.sql("DELETE FROM wishes.wish WHERE owner = :owner AND sku = :sku")
                .param("owner", wisher.key())
                .param("sku", sku.value())
                .update();
    }

    void move(Wisher from, Wisher to, int limit) {
        database.sql("""
                WITH moved AS (DELETE FROM wishes.wish WHERE owner = :from RETURNING sku, at)
                INSERT INTO wishes.wish (owner, sku, at)
                SELECT :to, sku, at FROM moved
                ON CONFLICT DO NOTHING
                """).param("from", from.key()).param("to", to.key()).update();
        trim(to, limit);
    }

    int forgetGuests(Instant before, int limit) {
        return database.sql("""
                DELETE FROM wishes.wish
                 WHERE ctid = ANY(ARRAY(SELECT ctid FROM wishes.wish WHERE owner LIKE 'g:%' AND at < :before LIMIT :limit))
                """).param("before", before.atOffset(ZoneOffset.UTC)).param("limit", limit).update();
    }

    private void trim(Wisher wisher, int limit) {
        database.sql("""
                DELETE FROM wishes.wish
                 WHERE owner = :owner
                   AND sku IN (SELECT sku FROM wishes.wish WHERE owner = :owner ORDER BY at DESC, sku OFFSET :limit)
                """).param("owner", wisher.key()).param("limit", limit).update();
    }
}
