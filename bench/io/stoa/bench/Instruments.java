package io.stoa.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the round trips to the database or times them when asked to, at no cost otherwise, and lets the application's time pass. */
final class Instruments implements BeanPostProcessor {

    private static final Set<String> ROUND_TRIPS = Set.of("prepareStatement", "createStatement", "commit", "rollback");

    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong aheadMillis = new AtomicLong();
    private final StatementClock clock = new StatementClock();
    private volatile boolean counting;
    private volatile boolean timing;

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case DataSource source -> new Counted(source);
            case Clock clock -> new Moved(clock);
            default -> bean;
        };
    }

    void count(boolean on) {
        counting = on;
    }

    void time(boolean on) {
        timing = on;
    }

    StatementClock clock() {
        return clock;
    }

    long statements() {
        return statements.get();
    }

    void pass(Duration time) {
        aheadMillis.addAndGet(time.toMillis());
    }

    private final class Moved extends Clock {
        private final Clock clock;

        Moved(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Instant instant() {
            return clock.instant().plusMillis(aheadMillis.get());
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Moved(clock.withZone(zone));
        }
    }

    /** Every statement is prepared and sent once; a commit or a rollback is a round trip as well. */
    private final class Counted extends DelegatingDataSource {
        Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return counting ? counted(connection) : timing ? clock.on(connection) : connection;
        }

        private Connection counted(Connection connection) {
            return (Connection) Proxy.newProxyInstance(
                    Instruments.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (ROUND_TRIPS.contains(method.getName())) {
                            statements.incrementAndGet();
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause() == null ? failure : failure.getCause();
                        }
                    });
        }
    }
}
