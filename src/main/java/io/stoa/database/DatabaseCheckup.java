package io.stoa.database;

import static io.stoa.database.Finding.fine;
import static io.stoa.database.Finding.warning;
import static io.stoa.database.Finding.wrong;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** What the database itself says: its version and real settings, and which migrations were applied. */
@Component
public final class DatabaseCheckup {

    private final DatabaseServer server;
    private final DataSource pool;

    DatabaseCheckup(DatabaseServer server, DataSource pool) {
        this.server = server;
        this.pool = pool;
    }

    /** The settings as a session of the pool has them. */
    public List<Finding> settings() {
        var findings = new ArrayList<Finding>();
        findings.add(fine(server.description()));
        try (var connection = pool.getConnection()) {
            findings.addAll(Durability.examine(connection));
        } catch (SQLException failure) {
            findings.add(wrong("It does not answer: " + failure.getMessage()));
        }
        return findings;
    }

    /** Whether every migration that this program knows was applied; one that only waits for the next start is no error. */
    public Finding schema() {
        try (var connection = pool.getConnection()) {
            var known = SchemaVersions.known();
            var done = SchemaVersions.done(connection);
            return done.equals(known)
                    ? fine(known.size() + " modules, all up to date")
                    : warning(
                            done.isEmpty()
                                    ? "empty: nothing was stored yet"
                                    : "older than this program: the next start migrates it");
        } catch (SQLException failure) {
            return wrong("It does not answer: " + failure.getMessage());
        }
    }
}
