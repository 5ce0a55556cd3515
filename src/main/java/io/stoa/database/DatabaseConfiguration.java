package io.stoa.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Starts or finds the database and opens the pool, after its settings and its schema were checked and before anything is
 * migrated. Reads {@code stoa.home} ({@code STOA_HOME}), {@code stoa.database.url} ({@code STOA_DATABASE_URL}),
 * {@code stoa.database.connections}, {@code stoa.database.migrate}, which is false for who only looks, and {@code stoa.database.durable}, which only the control run of the crash test sets
 * to false: it then commits without waiting for the disk, and must be seen to lose orders.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConfiguration.class);
    private static final int CONNECTIONS = 10;

    @Bean(destroyMethod = "close")
    DatabaseServer databaseServer(Environment environment) {
        return DatabaseServer.open(environment.getProperty("stoa.database.url", ""), home(environment));
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(DatabaseServer server, Environment environment) {
        var durable = environment.getProperty("stoa.database.durable", Boolean.class, true);
        check(server, durable);
        if (environment.getProperty("stoa.database.migrate", Boolean.class, true)) {
            Migrations.apply(server.address());
        }
        var connections = environment.getProperty("stoa.database.connections", Integer.class, CONNECTIONS);
        return new FairGate(pool(server, connections, durable), connections);
    }

    /** Where Stoa keeps what it must not lose: {@code STOA_HOME}, or {@code .stoa} in the user's home. */
    static Path home(Environment environment) {
        var home = environment.getProperty("stoa.home", "");
        return home.isBlank() ? Path.of(System.getProperty("user.home"), ".stoa") : Path.of(home);
    }

    private static void check(DatabaseServer server, boolean durable) {
        try (var connection = server.address().connect()) {
            for (var finding : durable ? Durability.demand(connection) : Durability.examine(connection)) {
                if (finding.grade() != Finding.Grade.FINE) {
                    LOG.warn("{}", finding.text());
                }
            }
            SchemaVersions.refuseNewer(connection);
        } catch (SQLException failure) {
            throw unreachable(server, failure);
        }
    }

    private static DatabaseUnusable unreachable(DatabaseServer server, SQLException failure) {
        return new DatabaseUnusable(
                DatabaseUnusable.unreachable("The database (" + server.description() + ")", failure), failure);
    }

    private static HikariDataSource pool(DatabaseServer server, int connections, boolean durable) {
        var config = new HikariConfig();
        config.setPoolName("stoa");
        config.setJdbcUrl(server.address().jdbcUrl());
        config.setDataSourceProperties(server.address().properties());
        config.setUsername(server.address().user());
        config.setPassword(server.address().password());
        config.setMaximumPoolSize(connections);
        config.setConnectionTimeout(FairGate.SILENCE_SECONDS * 1000L);
        if (!durable) {
            LOG.warn("Commits do not wait for the disk: for control runs only");
            config.setConnectionInitSql("SET synchronous_commit = off");
        }
        return new HikariDataSource(config);
    }
}
