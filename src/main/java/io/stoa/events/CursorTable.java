package io.stoa.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code events.cursor} and {@code events.aside}. */
@Component
class CursorTable {

    private final JdbcClient database;

    record Aside(String key, long fromSeq, int attempts) {}

    CursorTable(JdbcClient database) {
        this.database = database;
    }

    void create(String name) {
        database.sql("INSERT INTO events.cursor (name, seq) VALUES (:name, 0) ON CONFLICT DO NOTHING")
                .param("name", name)
                .update();
    }

    /** The position, locked until the transaction ends; empty when another process holds it. */
    Optional<Long> lock(String name) {
        return database.sql("SELECT seq FROM events.cursor WHERE name = :name FOR UPDATE SKIP LOCKED")
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    long lockWaiting(String name) {
        return database.sql("SELECT seq FROM events.cursor WHERE name = :name FOR UPDATE")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** The newest number of the log; 0 when it is empty. */
    long head() {
        return database.sql("SELECT COALESCE(MAX(seq), 0) FROM events.log")
                .query(Long.class)
                .single();
    }

    long position(String name) {
        return database.sql("SELECT seq FROM events.cursor WHERE name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    void move(String name, long seq) {
        one(database.sql("UPDATE events.cursor SET seq = :seq, updated_at = now() WHERE name = :name")
                .param("name", name)
                .param("seq", seq)
                .update());
    }

    void setAside(String cursor, Event event, String cause, Duration retryIn) {
        one(database.sql("""
                INSERT INTO events.aside (cursor, key, from_seq, attempts, cause, retry_at)
                VALUES (:cursor, :key, :seq, 1, :cause, now() + :retryIn * INTERVAL '1 millisecond')
                """)
                .param("cursor", cursor)
                .param("key", event.key())
                .param("seq", event.seq())
                .param("cause", cause)
                .param("retryIn", retryIn.toMillis())
                .update());
    }

    Optional<Aside> due(String cursor) {
        return database.sql("""
                SELECT key, from_seq, attempts FROM events.aside
                 WHERE cursor = :cursor AND parked_at IS NULL AND retry_at <= now()
                 ORDER BY retry_at
                 LIMIT 1
                """)
                .param("cursor", cursor)
                .query((row, n) -> new Aside(row.getString(1), row.getLong(2), row.getInt(3)))
                .optional();
    }

    void advanceAside(String cursor, String key, long fromSeq) {
        one(database.sql("""
                UPDATE events.aside SET from_seq = :seq, attempts = 1 WHERE cursor = :cursor AND key = :key
                """)
                .param("cursor", cursor)
                .param("key", key)
                .param("seq", fromSeq)
                .update());
    }

    void endAside(String cursor, String key) {
        one(database.sql("DELETE FROM events.aside WHERE cursor = :cursor AND key = :key")
                .param("cursor", cursor)
                .param("key", key)
                .update());
    }

    void failAgain(String cursor, String key, String cause, Duration retryIn, boolean park) {
        database.sql("""
                UPDATE events.aside
                   SET attempts = attempts + 1, cause = :cause, retry_at = now() + :retryIn * INTERVAL '1 millisecond',
                       parked_at = CASE WHEN :park THEN now() END
                 WHERE cursor = :cursor AND key = :key
                """)
                .param("cursor", cursor)
                .param("key", key)
                .param("cause", cause)
                .param("retryIn", retryIn.toMillis())
                .param("park", park)
                .update();
    }

    boolean retry(String cursor, String key) {
        return database.sql("""
                UPDATE events.aside SET parked_at = NULL, attempts = 1, retry_at = now()
                 WHERE cursor = :cursor AND key = :key
                """).param("cursor", cursor).param("key", key).update() == 1;
    }

    void forgetAsides(String cursor) {
        database.sql("DELETE FROM events.aside WHERE cursor = :cursor")
                .param("cursor", cursor)
                .update();
    }

    List<CursorState> states() {
        return database.sql("""
                SELECT c.name, c.seq, GREATEST(0, (SELECT COALESCE(MAX(seq), 0) FROM events.log) - c.seq) AS lag,
                       count(a.key) FILTER (WHERE a.parked_at IS NULL) AS aside,
                       count(a.parked_at) AS parked, c.updated_at
                  FROM events.cursor c
                  LEFT JOIN events.aside a ON a.cursor = c.name
                 GROUP BY c.name
                 ORDER BY c.name
                """).query(CursorTable::state).list();
    }

    List<Parked> parked(int limit) {
        return database.sql("""
                SELECT cursor, key, from_seq, attempts, cause, parked_at
                  FROM events.aside
                 WHERE parked_at IS NOT NULL
                 ORDER BY parked_at DESC
                 LIMIT :limit
                """)
                .param("limit", limit)
                .query(CursorTable::parked)
                .list();
    }

    private static CursorState state(ResultSet row, int number) throws SQLException {
        return new CursorState(
                row.getString("name"),
                row.getLong("seq"),
                row.getLong("lag"),
                row.getInt("aside"),
                row.getInt("parked"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static Parked parked(ResultSet row, int number) throws SQLException {
        return new Parked(
                row.getString("cursor"),
                row.getString("key"),
                row.getLong("from_seq"),
                row.getInt("attempts"),
                row.getString("cause"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant());
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("Expected to change one row, changed " + rows);
        }
    }
}
