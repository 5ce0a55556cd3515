package io.stoa;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives tests a fresh, empty database on a real PostgreSQL. */
public final class TestDatabase {

    private static final String SERVER =
            System.getenv().getOrDefault("STOA_TEST_SERVER", "jdbc:postgresql://127.0.0.1:55432/postgres?user=stoa");

    private TestDatabase() {}

    /** A new database's JDBC address. */
    public static String create() {
        var name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = DriverManager.getConnection(SERVER);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException failure) {
            throw new IllegalStateException("No test database could be made", failure);
        }
        return SERVER.replace("/postgres?", "/" + name + "?");
    }

    /** Points an application context at a database of its own. */
    static class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("spring.datasource.url=" + create()).applyTo(context);
        }
    }
}
