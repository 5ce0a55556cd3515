package io.stoa.search;

import io.stoa.shared.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of synonyms. */
@Component
class SynonymTable {

    private static final int GROUPS_MAX = 5_000;

    private final JdbcClient database;

    SynonymTable(JdbcClient database) {
        this.database = database;
    }

    /** By name. */
    List<Synonyms> all() {
        return database.sql("SELECT name, words, version FROM search.synonym ORDER BY name LIMIT :limit")
                .param("limit", GROUPS_MAX)
                .query(SynonymTable::group)
                .list()
                .stream()
                .map(Versioned::value)
                .toList();
    }

    Optional<Versioned<Synonyms>> find(String name, boolean lock) {
        return database.sql("SELECT name, words, version FROM search.synonym WHERE name = :name" + (lock ? " FOR UPDATE" : ""))
                .param("name", name)
                .query(SynonymTable::group)
                .optional();
    }

    /** Answers the version of now. */
    long save(Synonyms group) {
        return database.sql("""
                INSERT INTO search.synonym AS old (name, words) VALUES (:name, :words)
                ON CONFLICT (name) DO UPDATE SET words = excluded.words, version = old.version + 1
                RETURNING version
                """)
                .param("name", group.name())
                .param("words", group.words().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    void remove(String name) {
        database.sql("DELETE FROM search.synonym WHERE name = :name").param("name", name).update();
    }

    private static Versioned<Synonyms> group(ResultSet row, int number) throws SQLException {
        var words = (String[]) row.getArray("words").getArray();
        return new Versioned<>(new Synonyms(row.getString("name"), List.of(words)), row.getLong("version"));
    }
}
