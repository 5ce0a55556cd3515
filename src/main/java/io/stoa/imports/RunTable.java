package io.stoa.imports;

import io.stoa.imports.account.Tallies;
import io.stoa.shared.Json;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All SQL of imports.run: which import goes on and where it stands. */
final class RunTable {

    private final JdbcClient database;
    private final String table;

    /** Where a run stands: so many rows of that step are in the shop. */
    record Standing(long id, String fingerprint, int step, long rows, long rejectBytes, Tallies tallies) {}

    RunTable(JdbcClient database, String schema) {
        this.database = database;
        this.table = schema + ".run";
    }

    Optional<Standing> unfinished(String source) {
        return database.sql("""
                SELECT id, fingerprint, step, rows, reject_bytes, tallies
                FROM %s
                WHERE source = :source AND state = 'RUNNING'
                """.formatted(table))
                .param("source", source)
                .query((row, number) -> new Standing(
                        row.getLong("id"),
                        row.getString("fingerprint"),
                        row.getInt("step"),
                        row.getLong("rows"),
                        row.getLong("reject_bytes"),
                        Json.read(row.getString("tallies"), Tallies.class)))
                .optional();
    }

    /** Whether these very files were imported with this very mapping before. */
    boolean done(String source, String fingerprint) {
        return database.sql(
                        "SELECT EXISTS (SELECT FROM %s WHERE source = :source AND fingerprint = :fingerprint AND state = 'DONE')"
                                .formatted(table))
                .param("source", source)
                .param("fingerprint", fingerprint)
                .query(Boolean.class)
                .single();
    }

    /** How these very files with this mapping were imported, if nothing else of the source was since. */
    Optional<Tallies> last(String source, String fingerprint) {
        return database.sql("""
                SELECT fingerprint, state, tallies FROM %s WHERE source = :source ORDER BY id DESC LIMIT 1
                """.formatted(table))
                .param("source", source)
                .query((row, number) -> row.getString("state").equals("DONE")
                                && row.getString("fingerprint").equals(fingerprint)
                        ? Optional.of(Json.read(row.getString("tallies"), Tallies.class))
                        : Optional.<Tallies>empty())
                .optional()
                .flatMap(one -> one);
    }

    Standing begin(String source, String fingerprint) {
        var id = database.sql("INSERT INTO %s (source, fingerprint) VALUES (:source, :fingerprint) RETURNING id"
                        .formatted(table))
                .param("source", source)
                .param("fingerprint", fingerprint)
                .query(Long.class)
                .single();
        return new Standing(id, fingerprint, 0, 0, 0, new Tallies());
    }

    void checkpoint(Standing standing) {
        var changed = database.sql("""
                UPDATE %s
                SET step = :step, rows = :rows, reject_bytes = :rejectBytes, tallies = :tallies::json, changed_at = now()
                WHERE id = :id AND state = 'RUNNING'
                """.formatted(table))
                .param("step", standing.step())
                .param("rows", standing.rows())
                .param("rejectBytes", standing.rejectBytes())
                .param("tallies", Json.write(standing.tallies()))
                .param("id", standing.id())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("The import was taken over or abandoned");
        }
    }

    void end(long id, String state) {
        var ended = database.sql("UPDATE %s SET state = :state, changed_at = now() WHERE id = :id AND state = 'RUNNING'"
                        .formatted(table))
                .param("state", state)
                .param("id", id)
                .update();
        if (ended != 1) {
            throw new IllegalStateException("The import had ended already");
        }
    }
}
