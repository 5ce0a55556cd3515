package io.stoa.counting;

import io.stoa.counting.CountSheet.State;
import io.stoa.inventory.Inventory.Sighting;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of count sheets, their lines and what was entered. */
@Component
class CountTable {

    private static final String SELECT = """
            SELECT s.id, s.location, s.state, s.version, s.begun_by, s.begun_at, s.ended_by, s.ended_at, s.approval,
                   (SELECT COALESCE(json_agg(json_build_object(
                             'sku', l.sku, 'counted', e.counted, 'expected', e.expected, 'corrections', e.corrections,
                             'by', e.counted_by, 'at', e.counted_at, 'again', l.again) ORDER BY l.sku), '[]')
                      FROM counting.line l
                      LEFT JOIN counting.entry e ON e.sheet = l.sheet AND e.key = l.entry
                     WHERE l.sheet = s.id) AS lines
              FROM counting.sheet s
            """;

    private final JdbcClient database;

    CountTable(JdbcClient database) {
        this.database = database;
    }

    /** Answers whether the key was new; waits for another sheet with the same key. */
    boolean insert(SheetId id, NewSheet wish, Collection<Sku> skus, String by) {
        int inserted = database.sql("""
                INSERT INTO counting.sheet (id, key, location, state, begun_by) VALUES (:id, :key, :location, 'COUNTING', :by)
                ON CONFLICT (key) DO NOTHING
                """)
                .param("id", id.value())
                .param("key", wish.key())
                .param("location", wish.location().value())
                .param("by", by)
                .update();
        if (inserted == 1) {
            database.sql("INSERT INTO counting.line (sheet, sku) SELECT :id, sku FROM unnest(:skus::text[]) AS l (sku)")
                    .param("id", id.value())
                    .param("skus", values(skus))
                    .update();
        }
        return inserted == 1;
    }

    /** The row stays locked until the transaction ends. */
    Optional<CountSheet> lock(SheetId id) {
        var locked = database.sql("SELECT id FROM counting.sheet WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Long.class)
                .optional();
        return locked.flatMap(there -> find(id));
    }

    /** What was entered under this key. */
    Optional<Entry> entered(SheetId id, String key) {
        return database.sql("SELECT key, sku, counted FROM counting.entry WHERE sheet = :id AND key = :key")
                .param("id", id.value())
                .param("key", key)
                .query((row, n) -> new Entry(row.getString(1), new Sku(row.getString(2)), row.getInt(3)))
                .optional();
    }

    /** From now on this entry holds for its article, which becomes a line if it was none. */
    void enter(SheetId id, Entry entry, Sighting sighting, String by) {
        database.sql("""
                INSERT INTO counting.entry (sheet, key, sku, counted, expected, corrections, counted_by)
                VALUES (:id, :key, :sku, :counted, :expected, :corrections, :by)
                """)
                .param("id", id.value())
                .param("key", entry.key())
                .param("sku", entry.sku().value())
                .param("counted", entry.pieces())
                .param("expected", sighting.onHand())
                .param("corrections", sighting.corrections())
                .param("by", by)
                .update();
        database.sql("""
                INSERT INTO counting.line (sheet, sku, entry) VALUES (:id, :sku, :key)
                ON CONFLICT (sheet, sku) DO UPDATE SET entry = :key, again = NULL
                """)
                .param("id", id.value())
                .param("sku", entry.sku().value())
                .param("key", entry.key())
                .update();
    }

    void again(SheetId id, Set<Sku> skus, String reason) {
        database.sql("UPDATE counting.line SET entry = NULL, again = :reason WHERE sheet = :id AND sku = ANY(:skus)")
                .param("id", id.value())
                .param("skus", values(skus))
                .param("reason", reason)
                .update();
    }

    void become(SheetId id, State state) {
        database.sql("UPDATE counting.sheet SET state = :state, version = version + 1 WHERE id = :id")
                .param("id", id.value())
                .param("state", state.name())
                .update();
    }

    void end(SheetId id, State as, @Nullable String approval, String by) {
        database.sql("""
                UPDATE counting.sheet
                   SET state = :state, version = version + 1, ended_by = :by, ended_at = clock_timestamp(), approval = :approval
                 WHERE id = :id
                """)
                .param("id", id.value())
                .param("state", as.name())
                .param("approval", approval, Types.VARCHAR)
                .param("by", by)
                .update();
    }

    Optional<CountSheet> find(SheetId id) {
        return database.sql(SELECT + "WHERE s.id = :id").param("id", id.value()).query(CountTable::sheet).optional();
    }

    Optional<CountSheet> byKey(String key) {
        return database.sql(SELECT + "WHERE s.key = :key").param("key", key).query(CountTable::sheet).optional();
    }

    /** The newest first. */
    List<CountSheet> list(@Nullable State state, long before, int limit) {
        return database.sql(SELECT + """
                 WHERE s.id < :before AND (:state::text IS NULL OR s.state = :state)
                 ORDER BY s.id DESC
                 LIMIT :limit
                """)
                .param("before", before)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(CountTable::sheet)
                .list();
    }

    private static String[] values(Collection<Sku> skus) {
        return skus.stream().map(Sku::value).toArray(String[]::new);
    }

    private static CountSheet sheet(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new CountSheet(
                new SheetId(row.getLong("id")),
                new LocationId(row.getString("location")),
                State.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getString("begun_by"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getString("ended_by"),
                ended == null ? null : ended.toInstant(),
                row.getString("approval"),
                List.of(Json.read(row.getString("lines"), CountSheet.Line[].class)));
    }
}
