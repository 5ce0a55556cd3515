package io.stoa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A data folder of PostgreSQL and the commands that make, start and stop its server. Callers take turns. */
final class Cluster {

    private static final int START_ATTEMPTS = 20;

    private final HomeFiles files;
    private final Path data;
    private final Binaries binaries;
    private final Account account;
    private final int memoryMegabytes;

    Cluster(HomeFiles files, Binaries binaries, int memoryMegabytes) {
        this.files = files;
        this.data = files.data();
        this.binaries = binaries;
        this.account = Account.forFolder(data);
        this.memoryMegabytes = memoryMegabytes;
    }

    Optional<Postmaster> running() {
        return Postmaster.of(data);
    }

    /** Whether a server was started from the very programs that this Stoa brings. */
    boolean brought(Postmaster server) {
        return server.program().equals(binaries.program("postgres"));
    }

    /** Makes the data folder if there is none; refuses that of another major version. */
    void prepare() {
        var made = HomeFiles.read(data.resolve("PG_VERSION"));
        if (made.isEmpty()) {
            initialise();
        } else if (!made.get().equals(binaries.major())) {
            throw new DatabaseUnusable("The data in " + data + " is of PostgreSQL " + made.get() + ", this Stoa brings "
                    + binaries.major() + ": back it up with the Stoa that wrote it, then restore into a new home.");
        }
    }

    Postmaster launch(int port) {
        @Nullable String problem = null;
        for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
            forgetDeadServer();
            var started = startCommand(port);
            var server = running();
            if (started.ok() && server.isPresent()) {
                files.writeOwner();
                return server.get();
            }
            problem = lastWords();
            // After kill -9 its children need a moment to notice; until then the shared memory counts as in use.
            if (!problem.contains("still in use") || !pause()) {
                break;
            }
        }
        if (problem != null && problem.contains("No space left on device")) {
            throw new DatabaseUnusable("The disk is full: make room for " + files.folder() + ", then start again.");
        }
        throw new DatabaseUnusable("PostgreSQL does not start: " + problem + " (more in " + files.log() + ")");
    }

    /** Stops the server, the second time without waiting for anybody; answers whether none runs any more. */
    boolean stop() {
        for (var mode : List.of("fast", "immediate")) {
            if (running().isEmpty() || stopCommand(mode).ok()) {
                return true;
            }
        }
        return running().isEmpty();
    }

    private Account.Answer startCommand(int port) {
        return account.execute(List.of(
                binaries.program("pg_ctl"),
                "start",
                "--pgdata=" + data,
                "--log=" + files.log(),
                "--wait",
                "--timeout=300",
                "--options=" + ServerSettings.commandLine(port, memoryMegabytes)));
    }

    private Account.Answer stopCommand(String mode) {
        return account.execute(List.of(
                binaries.program("pg_ctl"), "stop", "--pgdata=" + data, "--wait", "--timeout=60", "--mode=" + mode));
    }

    private void initialise() {
        try {
            var password = Files.createTempFile(files.folder(), "secret", ".tmp");
            try {
                Files.writeString(password, files.secret());
                account.own(password);
                createForAccount();
                var answer = initCommand(password);
                if (!answer.ok()) {
                    throw new DatabaseUnusable("PostgreSQL cannot make its data folder: " + lastError(answer.output()));
                }
            } finally {
                Files.delete(password);
            }
        } catch (IOException failure) {
            throw new DatabaseUnusable("The folder " + files.folder() + " cannot be written: " + failure, failure);
        }
    }

    private Account.Answer initCommand(Path password) {
        return account.execute(List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=" + EmbeddedPostgres.USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8"));
    }

    private void createForAccount() throws IOException {
        Files.createDirectories(data);
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        account.own(data);
        if (Files.notExists(files.log())) {
            Files.createFile(files.log());
        }
        account.own(files.log());
    }

    /** A killed server leaves its pid file; PostgreSQL would believe it when another process got the number since. */
    private void forgetDeadServer() {
        try {
            if (running().isEmpty()) {
                Files.deleteIfExists(data.resolve("postmaster.pid"));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String lastWords() {
        return HomeFiles.read(files.log())
                .map(text -> text.lines()
                        .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("could not"))
                        .reduce("", (earlier, later) -> later))
                .filter(words -> !words.isEmpty())
                .orElse("it said nothing");
    }

    private static String lastError(String text) {
        return text.lines().filter(line -> line.contains("error")).reduce(text, (earlier, later) -> later);
    }

    private static boolean pause() {
        try {
            Thread.sleep(500);
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
