package io.stoa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    @TempDir
    Path folder;

    /** A test that fails may leave a server behind; it would outlive its folder. */
    @AfterEach
    void nothingIsLeftRunning() {
        Postmaster.of(folder.toAbsolutePath().resolve("data"))
                .ifPresent(left -> ProcessHandle.of(left.pid()).ifPresent(ProcessHandle::destroyForcibly));
    }

    @Test
    void whatWasCommittedIsThereAtTheNextStartOnTheSamePort() throws SQLException {
        int port;
        try (var first = start()) {
            port = first.address().port();
            execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }
        assertThat(Postmaster.of(folder.resolve("data"))).isEmpty();
        try (var second = start()) {
            assertThat(number(second, "SELECT answer FROM kept")).isEqualTo(42);
            assertThat(second.address().port()).isEqualTo(port);
        }
    }

    @Test
    void theServerIsAsDurableAsThePromiseSays() throws SQLException, IOException {
        try (var server = start();
                var connection = server.address().connect()) {
            assertThat(Durability.demand(connection))
                    .hasSizeGreaterThan(8)
                    .allMatch(finding -> finding.grade() == Finding.Grade.FINE);
            var secret = Files.getPosixFilePermissions(folder.resolve("secret"));
            assertThat(PosixFilePermissions.toString(secret)).isEqualTo("rw-------");
            var wrongPassword = new DatabaseAddress(
                    "127.0.0.1", server.address().port(), "stoa", "stoa", "guess", java.util.Map.of());
            assertThatThrownBy(wrongPassword::connect).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void aKilledServerIsStartedAgainAndHasEverythingThatWasCommitted() throws SQLException {
        try (var server = start()) {
            execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
            var killed = server.pid();
            ProcessHandle.of(killed).orElseThrow().destroyForcibly();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> server.pid() != killed);
            assertThat(number(server, "SELECT answer FROM kept")).isEqualTo(42);
        }
    }

    @Test
    void theServerOfAKilledProcessIsTakenOver() throws Exception {
        var tenant = Tenant.Running.start(folder, TestDatabase.PROGRAMS);
        tenant.kill();
        assertThat(ProcessHandle.of(tenant.server())).as("the orphan").isPresent();
        try (var server = start()) {
            assertThat(server.pid()).isEqualTo(tenant.server());
            assertThat(number(server, "SELECT 1")).isOne();
        }
        assertThat(Postmaster.of(folder.resolve("data"))).isEmpty();
    }

    @Test
    void whenProcessAndServerAreBothKilledTheNextStartRecovers() throws Exception {
        var tenant = Tenant.Running.start(folder, TestDatabase.PROGRAMS);
        tenant.kill();
        ProcessHandle.of(tenant.server()).orElseThrow().destroyForcibly();
        try (var server = start()) {
            assertThat(server.pid()).isNotEqualTo(tenant.server());
            assertThat(number(server, "SELECT 1")).isOne();
        }
    }

    @Test
    void aPidFileThatNamesSomeOtherProcessDoesNotKeepTheServerFromStarting() throws Exception {
        try (var server = start()) {
            assertThat(server.pid()).isPositive();
        }
        var lines = "%d%n%s%n1%n5432%n%n127.0.0.1%n".formatted(ProcessHandle.current().pid(), folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("postmaster.pid"), lines);
        try (var server = start()) {
            assertThat(number(server, "SELECT 1")).isOne();
        }
    }

    @Test
    void twoProcessesShareOneServerAndTheLastOneStopsIt() throws Exception {
        var tenant = Tenant.Running.start(folder, TestDatabase.PROGRAMS);
        try (var server = start()) {
            assertThat(server.pid()).isEqualTo(tenant.server());
        }
        assertThat(Postmaster.of(folder.resolve("data"))).as("the tenant still needs it").isPresent();
        tenant.leave();
        assertThat(Postmaster.of(folder.resolve("data"))).isEmpty();
    }

    @Test
    void dataOfAnotherMajorVersionIsRefusedInWords() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("PG_VERSION"), "17\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("is of PostgreSQL 17, this Stoa brings 18");
    }

    private EmbeddedPostgres start() {
        return EmbeddedPostgres.start(folder, TestDatabase.PROGRAMS, 128);
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (var connection = server.address().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(EmbeddedPostgres server, String query) throws SQLException {
        try (var connection = server.address().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }
}
