package io.stoa.database;

import io.stoa.database.Manifest.TableCopy;
import io.stoa.shared.Json;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * Writes a whole database into one file while it is in use: every table copied in one snapshot, so that all of them show
 * the same instant. The file is a ZIP of the rows in PostgreSQL's text format and a manifest with a SHA-256 for each table;
 * the SHA-256 of the manifest is the comment of the ZIP. Only its owner can read it, for it holds what customers told us.
 */
public final class Backup {

    private Backup() {}

    /**
     * Writes the file; it appears under its name only when it is whole and on disk.
     *
     * @throws DatabaseUnusable when the file exists already
     */
    public static Manifest write(DatabaseAddress address, Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new DatabaseUnusable(file + " exists already: choose another name.");
        }
        var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var connection = address.connect()) {
            var manifest = write(connection, unfinished);
            try (var written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static Manifest write(Connection connection, Path file) throws IOException, SQLException {
        beginSnapshot(connection);
        var tables = Contents.tables(connection);
        lock(connection, tables);
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.setLevel(Deflater.BEST_SPEED);
            var copies = new ArrayList<TableCopy>();
            for (var table : tables) {
                copies.add(copy(connection, table, "tables/%04d".formatted(copies.size() + 1), zip));
            }
            // Sequences do not belong to the snapshot; read after the tables they are never behind them.
            var manifest = new Manifest(
                    Manifest.FORMAT,
                    Instant.now(),
                    connection.getMetaData().getDatabaseProductVersion(),
                    versions(connection),
                    copies,
                    Contents.sequences(connection));
            finish(zip, Json.write(manifest).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return manifest;
        }
    }

    private static void beginSnapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
            statement.execute("SET LOCAL statement_timeout = 0");
            statement.execute("SET LOCAL idle_in_transaction_session_timeout = 0");
        }
    }

    /** Keeps anybody from emptying or dropping a table that is yet to be copied; reading and writing go on. */
    private static void lock(Connection connection, List<Contents.Table> tables) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                statement.execute("LOCK TABLE " + table.name() + " IN ACCESS SHARE MODE");
            }
        }
    }

    /** Through a query, because a partitioned table cannot be copied by its name. */
    private static TableCopy copy(Connection connection, Contents.Table table, String entry, ZipOutputStream zip)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(entry));
        var digest = Checksum.sha256();
        var query = "COPY (SELECT " + String.join(", ", table.columns()) + " FROM " + table.name() + ") TO STDOUT";
        var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query, new Digesting(zip, digest));
        zip.closeEntry();
        return new TableCopy(table.name(), table.columns(), table.partitions(), entry, rows, Checksum.text(digest));
    }

    private static Map<String, String> versions(Connection connection) throws SQLException {
        var versions = new TreeMap<String, String>();
        SchemaVersions.done(connection).forEach((module, version) -> versions.put(module, version.getVersion()));
        return versions;
    }

    private static void finish(ZipOutputStream zip, byte[] manifest) throws IOException {
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(manifest);
        zip.closeEntry();
        var digest = Checksum.sha256();
        digest.update(manifest);
        zip.setComment(Checksum.text(digest));
    }

    /** Passes bytes on and counts them into a checksum; does not close what it passes them to. */
    private static final class Digesting extends FilterOutputStream {

        private final MessageDigest digest;

        Digesting(OutputStream out, MessageDigest digest) {
            super(out);
            this.digest = digest;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            digest.update(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
