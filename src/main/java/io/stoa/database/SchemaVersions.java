package io.stoa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Compares what was done to the database with what this program knows. Each module's migrations are in
 * {@code db/migration/MODULE}, and {@link Migrations} keep their history in {@code flyway_schema_history_MODULE}. Flyway by
 * itself goes on when the history has more than it knows; a program must not write into a house it has no plan of.
 */
final class SchemaVersions {

    static final String HISTORY = "flyway_schema_history_";

    private SchemaVersions() {}

    /** @throws DatabaseUnusable when a newer Stoa has been at this database */
    static void refuseNewer(Connection connection) throws SQLException {
        var known = known();
        for (var done : done(connection).entrySet()) {
            var newest = known.get(done.getKey());
            if (newest == null || done.getValue().isNewerThan(newest.getVersion())) {
                throw new DatabaseUnusable("The database is of a newer Stoa (" + done.getKey() + " version "
                        + done.getValue() + ", this program knows " + (newest == null ? "none" : newest)
                        + "): start the newer program.");
            }
        }
    }

    /** The newest version per module that this program brings. */
    static Map<String, MigrationVersion> known() {
        var known = new TreeMap<String, MigrationVersion>();
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*__*.sql")) {
                var path = file.getURL().getPath().split("/");
                var name = path[path.length - 1];
                var version = MigrationVersion.fromVersion(name.substring(1, name.indexOf("__")));
                known.merge(
                        path[path.length - 2],
                        version,
                        (one, other) -> one.isNewerThan(other.getVersion()) ? one : other);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return known;
    }

    /** The newest version per module that was applied to the database. */
    static Map<String, MigrationVersion> done(Connection connection) throws SQLException {
        var done = new TreeMap<String, MigrationVersion>();
        for (var table : histories(connection)) {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "SELECT version FROM public." + table + " WHERE success AND version IS NOT NULL")) {
                while (rows.next()) {
                    done.merge(
                            table.substring(HISTORY.length()),
                            MigrationVersion.fromVersion(rows.getString(1)),
                            (one, other) -> one.isNewerThan(other.getVersion()) ? one : other);
                }
            }
        }
        return done;
    }

    private static List<String> histories(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT quote_ident(tablename)
                          FROM pg_tables
                         WHERE schemaname = 'public' AND starts_with(tablename, 'flyway_schema_history_')
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.remove(HISTORY + "_root");
        return tables;
    }
}
