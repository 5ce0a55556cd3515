package io.stoa.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** A shop that acknowledges before the disk has it. It must lose orders when PostgreSQL is killed, and be caught at it. */
public final class Control {

    private static final int ORDERS = 100;

    private Control() {}

    static Verdict run(long seed) throws IOException, InterruptedException, SQLException {
        try (var scratch = Scratch.create("control")) {
            return run(scratch.folder(), seed);
        }
    }

    /** Sells at least a hundred orders, kills PostgreSQL, and judges. */
    public static Verdict run(Path home, long seed) throws IOException, InterruptedException, SQLException {
        try (var run = CrashRun.open(home, seed, false)) {
            writeLate(run.shop());
            run.letIn();
            while (run.receipts().count() < ORDERS) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            CrashRun.killDatabase(home);
            return run.verdict();
        }
    }

    /** PostgreSQL would otherwise write its log to the system five times a second, whoever waits for it. */
    private static void writeLate(ShopProcess shop) throws IOException, SQLException {
        try (var connection = shop.address().connect();
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET wal_writer_delay = '10s'");
            statement.execute("ALTER SYSTEM SET wal_writer_flush_after = '1GB'");
            boolean ignored = statement.execute("SELECT pg_reload_conf()");
        }
    }
}
