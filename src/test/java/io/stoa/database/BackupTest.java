package io.stoa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final String WRITE_BOTH =
            """
            WITH fact AS (INSERT INTO events.cursor (name, seq) VALUES (gen_random_uuid()::text, 0) RETURNING name)
            INSERT INTO events.log (type, key, key_version, channel, actor, payload)
            SELECT 'test.happened', name, 1, 'SYSTEM', 'system', '{"text": "a\\tb\\\\c \u20ac"}' FROM fact
            """;

    @TempDir
    Path folder;

    private final DatabaseAddress shop = DatabaseAddress.parse(TestDatabase.migrated());

    @BeforeEach
    void theLogHasRoom() throws SQLException {
        execute(shop, "CREATE TABLE IF NOT EXISTS events.log_0 PARTITION OF events.log FOR VALUES FROM (0) TO (10000000)");
        execute(shop, WRITE_BOTH);
    }

    /** Each statement of the writer adds one row to two tables, so a copy that shows two instants shows two counts. */
    @Test
    void aBackupWhileOthersWriteShowsOneInstantAndIsRestoredAsItWas() throws Exception {
        var goOn = new AtomicBoolean(true);
        var writer = Thread.ofPlatform().start(() -> writeWhile(goOn));
        var file = folder.resolve("shop.stoa");
        var before = count(shop, "events.cursor");
        var manifest = Backup.write(shop, file);
        goOn.set(false);
        writer.join();
        var home = DatabaseAddress.parse(TestDatabase.create());
        assertThat(Restore.read(file, home)).isEqualTo(manifest);
        assertThat(count(home, "events.cursor")).isBetween(before, count(shop, "events.cursor") - 1);
        assertThat(count(home, "events.log")).isEqualTo(count(home, "events.cursor"));
        assertThat(count(home, "events.log WHERE payload->>'text' = E'a\\tb\\\\c \u20ac'")).isEqualTo(count(home, "events.log"));
        execute(home, WRITE_BOTH);
    }

    @Test
    void whatWasRestoredGivesTheSameBackupAgain() throws Exception {
        var manifest = Backup.write(shop, folder.resolve("first"));
        var home = DatabaseAddress.parse(TestDatabase.create());
        assertThat(Restore.read(folder.resolve("first"), home).rows()).isGreaterThan(2);
        var again = Backup.write(home, folder.resolve("second"));
        assertThat(again.tables()).containsExactlyInAnyOrderElementsOf(manifest.tables());
        assertThat(again.sequences()).isEqualTo(manifest.sequences());
        try (var connection = home.connect()) {
            assertThat(SchemaVersions.done(connection)).isEqualTo(SchemaVersions.known());
        }
    }

    @Test
    void aBackupThatWasTamperedWithIsRefusedBeforeAnythingIsWritten() throws Exception {
        var file = folder.resolve("shop.stoa");
        var manifest = Backup.write(shop, file);
        var home = DatabaseAddress.parse(TestDatabase.create());
        var entries = manifest.tables().stream().filter(table -> table.rows() > 0).map(Manifest.TableCopy::entry);
        for (var entry : Stream.concat(entries, Stream.of(Manifest.ENTRY)).toList()) {
            var changed = withOneByteChanged(file, entry);
            assertThatThrownBy(() -> Restore.read(changed, home))
                    .as(entry)
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageContaining("is damaged");
        }
        try (var connection = home.connect()) {
            assertThat(Contents.tables(connection)).isEmpty();
        }
    }

    @Test
    void aBackupThatWasCutShortIsRefused() throws Exception {
        var file = folder.resolve("shop.stoa");
        assertThat(Backup.write(shop, file).rows()).isPositive();
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        var home = DatabaseAddress.parse(TestDatabase.create());
        assertThatThrownBy(() -> Restore.read(file, home)).hasMessageContaining("is damaged");
    }

    @Test
    void nothingIsRestoredIntoADatabaseThatIsInUse() throws Exception {
        var file = folder.resolve("shop.stoa");
        assertThat(Backup.write(shop, file).rows()).isPositive();
        assertThatThrownBy(() -> Restore.read(file, shop))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("restore into a new home");
    }

    @Test
    void onlyItsOwnerReadsABackupAndItNeverReplacesAnother() throws Exception {
        var file = folder.resolve("shop.stoa");
        assertThat(Backup.write(shop, file).rows()).isPositive();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThatThrownBy(() -> Backup.write(shop, file)).hasMessageContaining("exists already");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    /** A well-formed ZIP, so that only the checksums can tell. */
    private Path withOneByteChanged(Path file, String name) throws IOException {
        var copy = Files.createTempFile(folder, "changed", ".stoa");
        try (var zip = new ZipFile(file.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var entry : Collections.list(zip.entries())) {
                var bytes = zip.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(name)) {
                    bytes[bytes.length / 2] ^= 1;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
            out.setComment(zip.getComment());
        }
        return copy;
    }

    private void writeWhile(AtomicBoolean goOn) {
        try (var connection = shop.connect();
                var write = connection.prepareStatement(WRITE_BOTH)) {
            do {
                write.execute();
            } while (goOn.get());
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(DatabaseAddress address, String rows) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement();
                var counted = statement.executeQuery("SELECT count(*) FROM " + rows)) {
            assertThat(counted.next()).isTrue();
            return counted.getLong(1);
        }
    }
}
