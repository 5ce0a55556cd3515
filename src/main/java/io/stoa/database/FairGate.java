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
 * longer than {@value #PATIENCE_SECONDS} seconds.
 */
final class FairGate extends DelegatingDataSource implements AutoCloseable {

    static final int PATIENCE_SECONDS = 10;

    private final HikariDataSource pool;
    private final Semaphore places;

    FairGate(HikariDataSource pool, int places) {
        super(pool);
        this.pool = pool;
        this.places = new Semaphore(places, true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        enter();
        try {
            return counted(super.getConnection());
        } catch (SQLException | RuntimeException failure) {
            places.release();
            throw failure;
        }
    }

    @Override
    public void close() {
        pool.close();
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
