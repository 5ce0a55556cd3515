package io.stoa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oldest PostgreSQL that Stoa accepts, as Debian packs it; skipped where it is not installed. */
class ExternalPostgresTest {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");

    @TempDir
    Path folder;

    private Account account = new Account(List.of(), null);

    @BeforeEach
    void thereIsAPostgres15() throws IOException {
        assumeTrue(Files.isExecutable(PROGRAMS.resolve("initdb")), "SKIPPED: no PostgreSQL 15 in " + PROGRAMS);
        var data = Files.createDirectory(folder.resolve("data"));
        account = Account.forFolder(data);
        account.own(data);
        assertThat(account.execute(List.of(program("initdb"), "-D", data.toString(), "-U", "stoa", "-A", "trust", "-E", "UTF8", "--no-locale"))
                        .output())
                .contains("Success");
    }

    @AfterEach
    void stop() {
        var stopped = account.execute(List.of(program("pg_ctl"), "stop", "-w", "-m", "immediate", "-D", data()));
        assertThat(stopped.output()).doesNotContain("failed");
    }

    @Test
    void aPostgres15ThatIsSafeIsAcceptedAndMigratedAndBackedUpIntoA18() throws Exception {
        var address = start("fsync=on");
        try (var connection = address.connect()) {
            assertThat(Durability.demand(connection)).contains(Finding.fine("fsync = on"));
        }
        Migrations.apply(address);
        var manifest = Backup.write(address, folder.resolve("shop.stoa"));
        var newer = DatabaseAddress.parse(io.stoa.TestDatabase.create());
        assertThat(Restore.read(folder.resolve("shop.stoa"), newer)).isEqualTo(manifest);
    }

    @Test
    void aPostgres15WithoutFsyncIsRefused() throws Exception {
        var address = start("fsync=off");
        try (var connection = address.connect()) {
            assertThatThrownBy(() -> Durability.demand(connection)).hasMessageContaining("fsync must be on, and is off.");
        }
    }

    private DatabaseAddress start(String setting) throws IOException, SQLException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var options = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=" + port + " -c " + setting;
        var started = account.execute(
                List.of(program("pg_ctl"), "start", "-w", "-D", data(), "-l", data() + "/server.log", "-o", options));
        assertThat(started.output()).contains("server started");
        return new DatabaseAddress("127.0.0.1", port, "postgres", "stoa", "", Map.of());
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static String program(String name) {
        return PROGRAMS.resolve(name).toString();
    }
}
