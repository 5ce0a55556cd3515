package io.stoa.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurabilityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "synchronous_commit = off",
                "zero_damaged_pages = on",
                "default_transaction_read_only = on",
                "default_transaction_isolation = 'serializable'"
            })
    void aDatabaseWithAnUnsafeSettingIsRefused(String setting) throws SQLException {
        var address = DatabaseAddress.parse(TestDatabase.create());
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + address.database() + " SET " + setting);
        }
        try (var connection = address.connect()) {
            assertThatThrownBy(() -> Durability.demand(connection))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageStartingWith("The database is not safe to sell on: " + setting.split(" ")[0]);
        }
    }

    @Test
    void aDatabaseThatANewerStoaMigratedIsRefused() throws SQLException {
        try (var connection = DatabaseAddress.parse(TestDatabase.migrated()).connect();
                var statement = connection.createStatement()) {
            SchemaVersions.refuseNewer(connection);
            statement.execute(
                    """
                    INSERT INTO public.flyway_schema_history_shared
                           (installed_rank, version, description, type, script, installed_by, execution_time, success)
                    VALUES (900, '900', 'of tomorrow', 'SQL', 'V900__of_tomorrow.sql', 'stoa', 1, TRUE)
                    """);
            assertThatThrownBy(() -> SchemaVersions.refuseNewer(connection))
                    .isInstanceOf(DatabaseUnusable.class)
                    .hasMessageStartingWith("The database is of a newer Stoa (shared version 900, this program knows ");
        }
    }

    @Test
    void aDatabaseWithAModuleThatThisProgramDoesNotKnowIsRefused() throws SQLException {
        try (var connection = DatabaseAddress.parse(TestDatabase.migrated()).connect();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE public.flyway_schema_history_tomorrow (LIKE public.flyway_schema_history_shared);
                    INSERT INTO public.flyway_schema_history_tomorrow SELECT * FROM public.flyway_schema_history_shared
                    """);
            assertThatThrownBy(() -> SchemaVersions.refuseNewer(connection)).hasMessageContaining("knows none");
        }
    }

    @Test
    void theMigratedTestDatabaseIsUpToDate() throws SQLException {
        try (var connection = DatabaseAddress.parse(TestDatabase.migrated()).connect()) {
            assertThat(SchemaVersions.done(connection)).isEqualTo(SchemaVersions.known()).containsKey("events");
        }
    }
}
