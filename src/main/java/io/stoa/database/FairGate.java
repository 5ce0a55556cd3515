package io.stoa.database;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A fair queue in front of a connection pool. The pool alone lets late threads pass early ones: with 256 virtual threads on
 * 8 connections the unlucky waited as long as the whole test ran. Here whoever came first goes first, and nobody waits
 * longer than {@value #PATIENCE_SECONDS} seconds for a place. Once the database has not answered for {@value #SILENCE_SECONDS} seconds,
 * one at a time goes on asking it and all others hear so at once, until it answers again.
 */
final class FairGate extends DelegatingDataSource implements AutoCloseable {

    static final int PATIENCE_SECONDS = 10;

    /** Who has a place needs no free connection, only one that works: longer than this PostgreSQL takes to begin again. */
    static final int SILENCE_SECONDS = 3;

    private final HikariDataSource pool;
    private final Semaphore places;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean silent;

    FairGate(HikariDataSource pool, int places) {
        super(pool);
        this.pool = pool;
        this.places = new Semaphore(places, true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        enter();
        try {
            return counted(silent ? askAgain() : ask());
        } catch (SQLException | RuntimeException failure) {
            places.release();
            throw failure;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private Connection ask() throws SQLException {
        try {
            var connection = super.getConnection();
            silent = false;
            return connection;
        } catch (SQLTransientConnectionException away) {
            silent = true;
            throw away;
        }
    }

    private Connection askAgain() throws SQLException {
        if (!asked.compareAndSet(false, true)) {
            throw new SQLTransientConnectionException("The database does not answer");
        }
        try {
            return ask();
        } finally {
            asked.set(false);
        }
    }

    private void enter() throws SQLException {
        try {
            if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new SQLTransientConnectionException(
                        "No connection became free in " + PATIENCE_SECONDS + " seconds");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while waiting for a connection", stop);
        }
    }

    private Connection counted(Connection connection) {
        var left = new AtomicBoolean();
        return (Connection) Proxy.newProxyInstance(
                FairGate.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    try {
                        return call(connection, method, arguments);
                    } finally {
                        if (method.getName().equals("close") && left.compareAndSet(false, true)) {
                            places.release();
                        }
                    }
                });
    }

    private static @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause() == null ? failure : failure.getCause();
        }
    }
}
