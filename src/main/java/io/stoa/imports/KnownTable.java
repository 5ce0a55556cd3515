package io.stoa.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of imports.known: what keys of a source stand for. */
final class KnownTable {

    private final JdbcClient database;
    private final String table;
    private final String source;

    /** A key of the source, under a lookup's name. */
    record Key(String name, String key) {}

    KnownTable(JdbcClient database, String schema, String source) {
        this.database = database;
        this.table = schema + ".known";
        this.source = source;
    }

    Map<Key, String> find(Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<Key, String>();
        database.sql("""
                SELECT name, key, value
                FROM %s
                JOIN unnest(:names::text[], :keys::text[]) AS wanted (name, key) USING (name, key)
                WHERE source = :source
                """.formatted(table))
                .param("names", column(keys, Key::name))
                .param("keys", column(keys, Key::key))
                .param("source", source)
                .query(row -> {
                    found.put(new Key(row.getString("name"), row.getString("key")), row.getString("value"));
                });
        return found;
    }

    void remember(Map<Key, String> known) {
        if (known.isEmpty()) {
            return;
        }
        var keys = List.copyOf(known.keySet());
        database.sql("""
                INSERT INTO %s AS kept (source, name, key, value)
                SELECT :source, name, key, value
                FROM unnest(:names::text[], :keys::text[], :values::text[]) AS fresh (name, key, value)
                ORDER BY name, key
                ON CONFLICT (source, name, key) DO UPDATE SET value = EXCLUDED.value
                WHERE kept.value <> EXCLUDED.value
                """.formatted(table))
                .param("source", source)
                .param("names", column(keys, Key::name))
                .param("keys", column(keys, Key::key))
                .param("values", keys.stream().map(known::get).toArray(String[]::new))
                .update();
    }

    Set<String> among(String name, Collection<String> keys) {
        return Set.copyOf(find(keys.stream().map(key -> new Key(name, key)).toList()).keySet().stream()
                .map(Key::key)
                .toList());
    }

    private static String[] column(Collection<Key> keys, java.util.function.Function<Key, String> column) {
        return keys.stream().map(column).toArray(String[]::new);
    }
}
