package io.stoa.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stoa.database.Manifest.TableCopy;
import io.stoa.shared.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;

/**
 * Reads a backup into an empty database: the tables are made by this program's own migrations, up to the versions that the
 * backup has, then filled in one transaction; the next start migrates on from there. All checksums are compared before
 * anything is written.
 */
public final class Restore {

    private Restore() {}

    /**
     * Restores and answers what was in the file.
     *
     * @throws DatabaseUnusable when the file is damaged or of a newer Stoa, or the database is not empty
     */
    public static Manifest read(Path file, DatabaseAddress address) throws IOException, SQLException {
        try (var zip = new ZipFile(file.toFile());
                var connection = address.connect()) {
            var manifest = manifest(zip);
            refuseUnknown(manifest);
            refuseDamaged(zip, manifest);
            refuseFull(connection, address);
            Migrations.apply(address, manifest.versions());
            fill(connection, zip, manifest);
            return manifest;
        } catch (ZipException damaged) {
            throw damaged(file.toString(), damaged);
        } catch (java.nio.file.NoSuchFileException absent) {
            throw new DatabaseUnusable("There is no file " + file + ".", absent);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        var bytes = open(zip, Manifest.ENTRY).readAllBytes();
        var digest = Checksum.sha256();
        digest.update(bytes);
        if (!Objects.equals(zip.getComment(), Checksum.text(digest))) {
            throw damaged(Manifest.ENTRY, null);
        }
        return Json.read(new String(bytes, UTF_8), Manifest.class);
    }

    private static void refuseUnknown(Manifest manifest) {
        var known = SchemaVersions.known();
        manifest.versions().forEach((module, version) -> {
            var newest = known.get(module);
            if (newest == null || MigrationVersion.fromVersion(version).isNewerThan(newest.getVersion())) {
                throw new DatabaseUnusable("The backup is of a newer Stoa (" + module + " version " + version
                        + "): restore it with the program that wrote it, or a newer one.");
            }
        });
        if (manifest.tables().isEmpty()) {
            throw new DatabaseUnusable("The backup is of a database that Stoa had never been started on.");
        }
        if (manifest.format() != Manifest.FORMAT) {
            throw new DatabaseUnusable(
                    "The backup has format " + manifest.format() + ", this program reads " + Manifest.FORMAT + ".");
        }
    }

    private static void refuseDamaged(ZipFile zip, Manifest manifest) throws IOException {
        var buffer = new byte[1 << 16];
        for (var table : manifest.tables()) {
            var digest = Checksum.sha256();
            try (var rows = open(zip, table.entry())) {
                for (var length = rows.read(buffer); length >= 0; length = rows.read(buffer)) {
                    digest.update(buffer, 0, length);
                }
            }
            if (!Checksum.text(digest).equals(table.sha256())) {
                throw damaged(table.name(), null);
            }
        }
    }

    private static void refuseFull(Connection connection, DatabaseAddress address) throws SQLException {
        var tables = Contents.tables(connection);
        if (!tables.isEmpty()) {
            throw new DatabaseUnusable("The database " + address + " has " + tables.size()
                    + " tables already: restore into a new home, with --home DIR, or into an empty database.");
        }
    }

    private static void fill(Connection connection, ZipFile zip, Manifest manifest) throws SQLException, IOException {
        connection.setAutoCommit(false);
        execute(connection, "SET LOCAL statement_timeout = 0");
        empty(connection, manifest.tables());
        for (var table : manifest.tables()) {
            fill(connection, zip, table);
        }
        for (var sequence : manifest.sequences()) {
            try (var set = connection.prepareStatement("SELECT setval(?::regclass, ?, true)")) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.last());
                set.execute();
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        execute(connection, "ANALYZE");
    }

    /** Removes what migrations put there, for the backup has it as well. */
    private static void empty(Connection connection, List<TableCopy> tables) throws SQLException {
        for (var table : tables) {
            execute(connection, "ALTER TABLE " + table.name() + " DISABLE TRIGGER USER");
        }
        execute(
                connection,
                "TRUNCATE "
                        + String.join(", ", tables.stream().map(TableCopy::name).toList()));
    }

    private static void fill(Connection connection, ZipFile zip, TableCopy table) throws SQLException, IOException {
        for (var partition : table.partitions()) {
            execute(
                    connection,
                    "CREATE TABLE IF NOT EXISTS " + partition.name() + " PARTITION OF " + table.name() + " "
                            + partition.bound());
        }
        var copy = "COPY " + table.name() + " (" + String.join(", ", table.columns()) + ") FROM STDIN";
        try (var rows = open(zip, table.entry())) {
            var filled = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, rows);
            if (filled != table.rows()) {
                throw damaged(table.name(), null);
            }
        }
        execute(connection, "ALTER TABLE " + table.name() + " ENABLE TRIGGER USER");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged(name, null);
        }
        return zip.getInputStream(entry);
    }

    private static DatabaseUnusable damaged(String where, @org.jspecify.annotations.Nullable Throwable cause) {
        var message = "The backup is damaged (" + where + "); nothing was restored.";
        return cause == null ? new DatabaseUnusable(message) : new DatabaseUnusable(message, cause);
    }
}
