package io.stoa.bench;

import io.stoa.database.DatabaseAddress;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/**
 * Reads what was used so far: CPU from the process table, commits and log from PostgreSQL's own statistics, which its
 * sessions report about once a second.
 */
final class Meter implements AutoCloseable {

    private final long application;
    private final long generator;
    private final long postmaster;
    private final Connection connection;

    /** Everything since the processes began; CPU in milliseconds. */
    record Reading(
            double applicationCpu, double databaseCpu, double generatorCpu, long commits, long logBytes, long syncs) {}

    /** Of this process or another one as the application; this process generates the load. */
    Meter(long application, DatabaseAddress address) throws SQLException, IOException {
        this.application = application;
        this.generator = ProcessHandle.current().pid();
        this.connection = address.connect();
        this.postmaster = Processes.parent(number("SELECT pg_backend_pid()"));
    }

    Reading read() throws SQLException, IOException {
        return new Reading(
                Processes.cpuMillis(application),
                Processes.familyCpuMillis(postmaster),
                application == generator ? 0 : Processes.cpuMillis(generator),
                number("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"),
                number("SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint"),
                syncs());
    }

    /** How often the log was brought to the disk. Sessions report it late; see {@link #settle}. */
    long syncs() throws SQLException {
        return number(
                connection.getMetaData().getDatabaseMajorVersion() >= 18
                        ? "SELECT COALESCE(sum(fsyncs), 0)::bigint FROM pg_stat_io WHERE object = 'wal'"
                        : "SELECT wal_sync FROM pg_stat_wal");
    }

    /** Sessions that work report their statistics once a second; this waits a little longer. */
    static void settle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1200);
    }

    String show(String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW " + setting)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    long number(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
