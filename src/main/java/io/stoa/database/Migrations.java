package io.stoa.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings each module's tables up to date, from {@code db/migration/MODULE}, with a history per module. Flyway itself, and
 * not Spring Modulith's integration of it: that one scans every class at each start to find the modules, which the names of
 * the folders tell as well.
 */
public final class Migrations {

    private Migrations() {}

    /** Applies what is missing, of every module. Several processes may do so at once: Flyway locks. */
    public static void apply(DatabaseAddress address) {
        SchemaVersions.known().forEach((module, newest) -> apply(address, module, newest.getVersion()));
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
