package io.stoa.database;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings each module's tables up to date, from {@code db/migration/MODULE}, with a history per module. Flyway itself, and
 * not Spring Modulith's integration of it: that one scans every class at each start to find the modules, which the names of
 * the folders tell as well.
 */
public final class Migrations {

    private Migrations() {}

    /**
     * Applies what is missing, of every module. Several processes may do so at once: Flyway locks. Modules whose history ends
     * where this program's does are not looked at more closely, which would take a tenth of a second for each at every start.
     */
    public static void apply(DatabaseAddress address) {
        var done = done(address);
        SchemaVersions.known().forEach((module, newest) -> {
            if (!newest.equals(done.get(module))) {
                apply(address, module, newest.getVersion());
            }
        });
    }

    private static Map<String, MigrationVersion> done(DatabaseAddress address) {
        try (var connection = address.connect()) {
            return SchemaVersions.done(connection);
        } catch (SQLException failure) {
            throw new DatabaseUnusable(DatabaseUnusable.unreachable("The database", failure), failure);
        }
    }

    /** Applies what is missing up to a version of each module, and nothing of others. */
    static void apply(DatabaseAddress address, Map<String, String> versions) {
        versions.forEach((module, version) -> apply(address, module, version));
    }

    private static void apply(DatabaseAddress address, String module, String target) {
        var done = Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .locations("classpath:db/migration/" + module)
                .table(SchemaVersions.HISTORY + module)
                .baselineVersion("0")
                .baselineOnMigrate(true)
                .target(target)
                .load()
                .migrate();
        if (!done.success) {
            throw new DatabaseUnusable("The tables of " + module + " could not be brought up to date.");
        }
    }
}
