package io.stoa.payments;

import io.stoa.database.Checkup;
import io.stoa.database.Finding;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares what payments say with what their ledger and their movements say. */
@Component
class Audit implements Checkup {

    private static final int DIFFERENCES_MAX = 1000;

    /** By then a provider has been asked dozens of times: somebody should telephone it. */
    private static final Duration UNKNOWN_MAX = Duration.ofHours(1);

    private final JdbcClient database;
    private final Clock clock;

    Audit(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public List<Finding> run() {
        return List.of(books(), unknowns());
    }

    private Finding books() {
        var report = check();
        var compared = "%d payments compared with their ledger".formatted(report.compared());
        return report.differences().isEmpty()
                ? Finding.fine(compared)
                : Finding.wrong("%s, %d amounts differ, first %s"
                        .formatted(compared, report.differences().size(), report.differences().getFirst()));
    }

    private Finding unknowns() {
        long unknown = longUnknown();
        return unknown == 0
                ? Finding.fine("no answer of a provider is missing for more than an hour")
                : Finding.warning("%d answers of a provider are missing for more than an hour".formatted(unknown));
    }

    private long longUnknown() {
        return database.sql("""
                SELECT (SELECT count(*) FROM payments.payment
                         WHERE next_ask_at IS NOT NULL AND state IN ('ATTEMPTING', 'UNKNOWN') AND attempted_at < :since)
                     + (SELECT count(*) FROM payments.movement
                         WHERE next_ask_at IS NOT NULL AND started_at < :since)
                """)
                .param("since", PaymentTable.time(clock.instant().minus(UNKNOWN_MAX)))
                .query(Long.class)
                .single();
    }

    AuditReport check() {
        return new AuditReport(count(), differences());
    }

    private long count() {
        return database.sql("SELECT count(*) FROM payments.payment").query(Long.class).single();
    }

    private List<AuditReport.Difference> differences() {
        return database.sql("""
                WITH entered AS (
                    SELECT payment_id,
                           sum(amount) FILTER (WHERE kind = 'AUTHORISED') AS authorised,
                           sum(amount) FILTER (WHERE kind = 'CAPTURED') AS captured,
                           sum(amount) FILTER (WHERE kind = 'RELEASED') AS released,
                           sum(amount) FILTER (WHERE kind = 'REFUNDED') AS refunded
                      FROM payments.entry GROUP BY payment_id),
                reserved AS (
                    SELECT payment_id,
                           sum(amount) FILTER (WHERE kind = 'CAPTURE') AS capturing,
                           sum(amount) FILTER (WHERE kind = 'RELEASE') AS releasing,
                           sum(amount) FILTER (WHERE kind = 'REFUND') AS refunding
                      FROM payments.movement WHERE state IN ('ATTEMPTING', 'UNKNOWN') GROUP BY payment_id)
                SELECT p.id, a.amount, a.stored, COALESCE(a.summed, 0) AS summed
                  FROM payments.payment p
                  LEFT JOIN entered e ON e.payment_id = p.id
                  LEFT JOIN reserved r ON r.payment_id = p.id
                 CROSS JOIN LATERAL (VALUES
                       ('authorised', p.authorised, e.authorised), ('captured', p.captured, e.captured),
                       ('released', p.released, e.released), ('refunded', p.refunded, e.refunded),
                       ('capturing', p.capturing, r.capturing), ('releasing', p.releasing, r.releasing),
                       ('refunding', p.refunding, r.refunding)) AS a (amount, stored, summed)
                 WHERE a.stored <> COALESCE(a.summed, 0)
                 ORDER BY p.id
                 LIMIT :limit
                """)
                .param("limit", DIFFERENCES_MAX)
                .query((row, number) -> new AuditReport.Difference(
                        new PaymentId(row.getLong("id")),
                        row.getString("amount"),
                        row.getLong("stored"),
                        row.getLong("summed")))
                .list();
    }
}
