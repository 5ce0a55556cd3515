package io.stoa;

import io.stoa.database.DatabaseAddress;
import io.stoa.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Gives tests databases of their own on a real PostgreSQL: one embedded server below {@code target}, as durable as the real
 * one, shared by the test processes that run at the same time. Copies of a migrated database take a fraction of a second.
 */
public final class TestDatabase {

    /** Where tests unpack the programs of PostgreSQL, once for all. */
    public static final Path PROGRAMS = Path.of("target", "postgres-programs");

    private static final int MEMORY_MEGABYTES = 128;
    private static final long PID = ProcessHandle.current().pid();
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private TestDatabase() {}

    /** The JDBC address, with user and password, of a new and empty database. */
    public static String create() {
        return create("template1");
    }

    /** The JDBC address, with user and password, of a new database in which all modules have their tables. */
    public static String migrated() {
        return create(Template.NAME);
    }

    private static String create(String template) {
        var name = name();
        execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return url(name);
    }

    private static String name() {
        return "test_" + PID + "_" + COUNTER.incrementAndGet();
    }

    private static String url(String database) {
        var address = Server.RUNNING.address();
        return address.withDatabase(database).jdbcUrl() + "?user=" + address.user() + "&password=" + address.password();
    }

    private static void execute(String sql) {
        try (var connection = DatabaseAddress.parse(url("postgres")).connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException("The test server refuses: " + sql, failure);
        }
    }

    /** Points an application context at a migrated database of its own. */
    static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("stoa.database.url=" + migrated()).applyTo(context);
        }
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            var server = EmbeddedPostgres.start(Path.of("target", "postgres-tests"), PROGRAMS, MEMORY_MEGABYTES);
            SpringApplication.getShutdownHandlers().add(server::close);
            forgetEndedTests(server);
            return server;
        }

        private static void forgetEndedTests(EmbeddedPostgres server) {
            try (var connection = server.address().connect();
                    var statement = connection.createStatement()) {
                var left = new ArrayList<String>();
                try (var rows =
                        statement.executeQuery("SELECT datname FROM pg_database WHERE datname LIKE 'test\\_%'")) {
                    while (rows.next()) {
                        left.add(rows.getString(1));
                    }
                }
                for (var name : left) {
                    var process = Long.parseLong(name.split("_")[1]);
                    if (ProcessHandle.of(process).isEmpty()) {
                        statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
                    }
                }
            } catch (SQLException failure) {
                throw new IllegalStateException("The test server cannot be tidied", failure);
            }
        }
    }

    private static final class Template {

        static final String NAME = migrate();

        /** Does what the application does at its start: each module's migrations, with a history per module. */
        private static String migrate() {
            var name = name();
            execute("CREATE DATABASE " + name);
            try {
                var modules = new TreeSet<String>();
                // Folders alone are not found by a pattern; their files are.
                for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*")) {
                    var path = file.getURL().getPath().split("/");
                    modules.add(path[path.length - 2]);
                }
                modules.forEach(module -> migrate(url(name), module));
            } catch (IOException failure) {
                throw new IllegalStateException("The migrations cannot be listed", failure);
            }
            return name;
        }

        private static void migrate(String url, String module) {
            var done = Flyway.configure()
                    .dataSource(url, null, null)
                    .locations("classpath:db/migration/" + module)
                    .table("flyway_schema_history_" + module)
                    .baselineVersion("0")
                    .baselineOnMigrate(true)
                    .load()
                    .migrate();
            if (!done.success) {
                throw new IllegalStateException("The migrations of " + module + " failed");
            }
        }
    }
}
