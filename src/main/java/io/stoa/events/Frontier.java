package io.stoa.events;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far the log is settled: no event with a number at or below the frontier can still appear.
 *
 * <p>Numbers are handed out before their transactions commit, so they become visible out of order, and a transaction that
 * is rolled back leaves a gap for ever. A missing number is therefore waited for. When a gap is first seen, this reader
 * takes a transaction id of its own, {@code witness}. Whoever drew a missing number had a transaction id before it drew
 * (the column order of {@code events.log} sees to that) and hence a smaller one. Once every transaction below the witness
 * has ended, what is still missing was rolled back and is passed over.
 *
 * <p>This keeps the order of numbers, which within one key is the order of its row locks, and it stores no transaction id,
 * so that a backup restored into another cluster reads on as before.
 */
@Component
class Frontier {

    private static final int LOOK_MAX = 10_000;

    private final JdbcClient database;
    private volatile long settled = -1;
    private long witness;
    private long witnessedUpTo = -1;

    private record Look(long oldestRunning, List<Long> seqs) {}

    Frontier(JdbcClient database) {
        this.database = database;
    }

    /** The settled number as it was last looked up, at no cost; -1 before the first look. */
    long settled() {
        return settled;
    }

    /** Looks once and answers the settled number; never less than before. */
    synchronized long advance() {
        if (settled < 0) {
            settled = start();
        }
        var look = look();
        boolean witnessed = look.oldestRunning() > witness;
        for (long seq : look.seqs()) {
            if (seq != settled + 1 && !(witnessed && seq <= witnessedUpTo)) {
                callWitness(look.seqs().getLast());
                break;
            }
            settled = seq;
        }
        return settled;
    }

    /** Cursors only ever stood on settled ground, so the foremost of them is a safe place to start. */
    private long start() {
        return database.sql("SELECT COALESCE(MAX(seq), 0) FROM events.cursor")
                .query(Long.class)
                .single();
    }

    private void callWitness(long upTo) {
        if (witnessedUpTo <= settled) {
            witness = database.sql("SELECT pg_current_xact_id()::text::bigint")
                    .query(Long.class)
                    .single();
            witnessedUpTo = upTo;
        }
    }

    private Look look() {
        return database.sql("""
                SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS oldest_running,
                       ARRAY(SELECT seq FROM events.log WHERE seq > :settled ORDER BY seq LIMIT :limit) AS seqs
                """)
                .param("settled", settled)
                .param("limit", LOOK_MAX)
                .query(Frontier::read)
                .single();
    }

    private static Look read(ResultSet row, int number) throws SQLException {
        Array seqs = row.getArray("seqs");
        return new Look(row.getLong("oldest_running"), List.of((Long[]) seqs.getArray()));
    }
}
