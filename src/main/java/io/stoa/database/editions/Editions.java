package io.stoa.database.editions;

import io.stoa.shared.Expected;
import io.stoa.shared.Json;
import io.stoa.shared.Saved;
import io.stoa.shared.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One document of the house that is kept whole, as JSON, in every edition that it ever had: the newest holds, and none is
 * changed again. Its table has the columns {@code version}, the one named here, {@code actor} and {@code at}. Thread-safe.
 *
 * @param <T> a record that {@link Json} reads and writes, and that is equal when it says the same
 */
public final class Editions<T> {

    private final JdbcClient database;
    private final String table;
    private final String column;
    private final T first;
    private final Class<T> type;

    /** One edition, who made it, and when. */
    public record Edition<T>(long version, T value, String actor, Instant at) {}

    /** Before anybody made one, {@code first} holds, in version 0. */
    public Editions(JdbcClient database, String table, String column, T first, Class<T> type) {
        this.database = database;
        this.table = table;
        this.column = column;
        this.first = first;
        this.type = type;
    }

    /** What holds now. */
    public Versioned<T> newest() {
        return newestFirst(1).stream()
                .findFirst()
                .map(edition -> new Versioned<>(edition.value(), edition.version()))
                .orElse(new Versioned<>(first, 0));
    }

    /** As it was saved. */
    public Optional<T> version(long version) {
        return version == 0
                ? Optional.of(first)
                : database.sql(select("WHERE version = :version"))
                        .param("version", version)
                        .query((row, n) -> edition(row).value())
                        .optional();
    }

    public List<Edition<T>> newestFirst(int limit) {
        return database.sql(select("ORDER BY version DESC LIMIT :limit"))
                .param("limit", limit)
                .query((row, n) -> edition(row))
                .list();
    }

    /**
     * Adds one, in the caller's transaction, until whose end nobody else adds any; {@code added} hears its version. The same as
     * the newest adds nothing.
     */
    public Saved save(T value, Expected expected, String actor, Instant at, LongConsumer added) {
        database.sql("LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE").update();
        var before = newest();
        if (!expected.holds(before.version())) {
            return new Saved.Stale();
        }
        if (value.equals(before.value())) {
            return new Saved.Done(before.version(), false);
        }
        long version = before.version() + 1;
        database.sql("INSERT INTO %s (version, %s, actor, at) VALUES (:version, CAST(:value AS jsonb), :actor, :at)"
                        .formatted(table, column))
                .param("version", version)
                .param("value", Json.write(value))
                .param("actor", actor)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        added.accept(version);
        return new Saved.Done(version, false);
    }

    private String select(String which) {
        return "SELECT version, %s AS value, actor, at FROM %s %s".formatted(column, table, which);
    }

    private Edition<T> edition(ResultSet row) throws SQLException {
        return new Edition<>(
                row.getLong("version"),
                Json.read(row.getString("value"), type),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
