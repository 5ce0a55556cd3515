package io.stoa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A durable PostgreSQL in a folder. Processes that start it on the same folder share one server; the last one to close
 * stops it. A server whose processes were all killed is taken over by the next one, and a server that dies is started
 * again within a second, on the same port. Thread-safe.
 */
public final class EmbeddedPostgres implements DatabaseServer {

    static final String USER = "stoa";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();
    private static final int WATCH_MILLIS = 250;
    /** How often the watch passes over a server that did not start, at most: every four seconds there is a new attempt. */
    private static final int PASSES_MAX = 15;

    private final HomeFiles files;
    private final Tenancy tenancy;
    private final Cluster cluster;
    private final ScheduledExecutorService watch;
    private volatile Postmaster server;
    private boolean closed;
    /** Of the watch alone: attempts in vain, and how often it still passes before the next. */
    private int attempts;

    private int passes;

    private EmbeddedPostgres(HomeFiles files, Tenancy tenancy, Cluster cluster, Postmaster server) {
        this.files = files;
        this.tenancy = tenancy;
        this.cluster = cluster;
        this.server = server;
        var threads = Thread.ofPlatform().daemon().name("postgres-watch").factory();
        this.watch = Executors.newSingleThreadScheduledExecutor(threads);
    }

    /**
     * Starts, joins or takes over the server in {@code home/postgres}.
     *
     * @throws DatabaseUnusable when that cannot be done, saying why
     */
    public static EmbeddedPostgres start(Path home) {
        var folder = home.resolve("postgres");
        return start(folder, folder, ServerSettings.memoryMegabytes());
    }

    /** As {@link #start(Path)}, in the folder itself, the programs unpacked elsewhere so that several folders share them. */
    public static EmbeddedPostgres start(Path folder, Path programs, int memoryMegabytes) {
        var place = folder.toAbsolutePath().normalize();
        if (!OPEN.add(place)) {
            throw new DatabaseUnusable("This process has opened the database in " + place + " already.");
        }
        try {
            return open(new HomeFiles(place), programs.toAbsolutePath().normalize(), memoryMegabytes);
        } catch (IOException | UncheckedIOException failure) {
            OPEN.remove(place);
            throw new DatabaseUnusable("The folder " + place + " cannot be used: " + failure.getMessage(), failure);
        } catch (RuntimeException failure) {
            OPEN.remove(place);
            throw failure;
        }
    }

    /** The database named {@code stoa} of this server. */
    @Override
    public DatabaseAddress address() {
        return address(files, server, "stoa");
    }

    @Override
    public String description() {
        return "embedded in " + files.folder() + ", port " + server.port() + ", process " + server.pid();
    }

    /** The process id of the server now; it changes when the server is started again. */
    public long pid() {
        return server.pid();
    }

    /** Leaves the server, and stops it when no other process uses it; waits until it has stopped. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            watch.close();
            if (!tenancy.alone(() -> !tenancy.onlyUser() || cluster.stop())) {
                LOG.error("PostgreSQL does not stop: {}", description());
            }
            tenancy.close();
            OPEN.remove(files.folder());
        }
    }

    private static EmbeddedPostgres open(HomeFiles files, Path programs, int memoryMegabytes) throws IOException {
        Files.createDirectories(files.folder());
        Files.createDirectories(programs);
        var tenancy = new Tenancy(files.folder());
        try {
            var opened = tenancy.alone(() -> {
                var cluster = new Cluster(files, Binaries.in(programs), memoryMegabytes);
                return new EmbeddedPostgres(files, tenancy, cluster, enter(files, tenancy, cluster));
            });
            opened.startWatching();
            return opened;
        } catch (RuntimeException failure) {
            tenancy.close();
            throw failure;
        }
    }

    private static Postmaster enter(HomeFiles files, Tenancy tenancy, Cluster cluster) {
        cluster.prepare();
        var orphaned = tenancy.onlyUser();
        var server = cluster.running()
                .filter(running -> !orphaned || takenOver(files, cluster, running))
                .orElseGet(() -> launch(files, cluster));
        tenancy.join();
        try {
            ensureDatabase(files, server);
        } catch (DatabaseUnusable silent) {
            leave(tenancy, cluster);
            throw silent;
        }
        return server;
    }

    /** A server that was started in vain is not left behind. */
    private static void leave(Tenancy tenancy, Cluster cluster) {
        if (tenancy.onlyUser() && !cluster.stop()) {
            LOG.error("PostgreSQL does not stop");
        }
    }

    private static Postmaster launch(HomeFiles files, Cluster cluster) {
        try {
            files.turnLog();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return cluster.launch(files.port());
    }

    /** Whether a server that nobody uses is good to go on with; if not, it has been stopped. */
    private static boolean takenOver(HomeFiles files, Cluster cluster, Postmaster orphan) {
        if (cluster.brought(orphan) && answers(files, orphan)) {
            LOG.info("Took over PostgreSQL (process {}), left behind by a Stoa that was killed", orphan.pid());
            files.writeOwner();
            return true;
        }
        LOG.info("Stopping a PostgreSQL (process {}) that was left behind", orphan.pid());
        if (!cluster.stop()) {
            throw new DatabaseUnusable(
                    "An old PostgreSQL (process " + orphan.pid() + ") does not stop: kill it, then start again.");
        }
        return false;
    }

    private static boolean answers(HomeFiles files, Postmaster running) {
        try (var connection = address(files, running, "postgres").connect()) {
            return connection.isValid(5);
        } catch (SQLException silent) {
            return false;
        }
    }

    private static void ensureDatabase(HomeFiles files, Postmaster running) {
        try (var connection = address(files, running, "postgres").connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'stoa'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE stoa");
            }
        } catch (SQLException failure) {
            throw new DatabaseUnusable(
                    "The embedded PostgreSQL does not answer on 127.0.0.1 (" + failure.getMessage()
                            + "): is the loopback network up? Its own log is in " + files.folder() + ".",
                    failure);
        }
    }

    private void startWatching() {
        var watching = watch.scheduleWithFixedDelay(this::revive, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
        assert !watching.isDone();
    }

    /** Starts the server again after it was killed, unless another process was quicker; ever less often while it refuses. */
    private void revive() {
        if (server.alive() || passes-- > 0) {
            return;
        }
        if (attempts == 0) {
            LOG.warn("PostgreSQL (process {}) has died; starting it again", server.pid());
        }
        try {
            server = tenancy.alone(() -> cluster.running().orElseGet(() -> cluster.launch(server.port())));
            LOG.info("PostgreSQL runs again (process {})", server.pid());
            attempts = 0;
            passes = 0;
        } catch (RuntimeException failure) {
            LOG.error("{}", failure.getMessage());
            passes = Math.min(++attempts, PASSES_MAX);
        }
    }

    private static DatabaseAddress address(HomeFiles files, Postmaster running, String database) {
        return new DatabaseAddress("127.0.0.1", running.port(), database, USER, files.secret(), Map.of());
    }
}
