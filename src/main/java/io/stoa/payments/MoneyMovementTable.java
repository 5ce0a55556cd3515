package io.stoa.payments;

import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of captures, releases and refunds: what is asked for is reserved first, and ended once by an answer. */
@Component
class MoneyMovementTable {

    private static final String COLUMNS = """
            m.id, m.payment_id, m.kind, m.amount, m.state, p.currency, p.tender, p.gateway_key, p.reference
            """;

    private final JdbcClient database;

    /** What a wish to release changed, and the movement that it began, if there is something to let go now. */
    record StartedRelease(@Nullable String movement, StoredPayment payment) {}

    MoneyMovementTable(JdbcClient database) {
        this.database = database;
    }

    /** Reserves part of what is held; false when the guard or an earlier movement with this id says no. */
    boolean startCapture(CaptureRequest request, Instant askAt, Instant now) {
        return start(request.id(), request.payment(), request.amount(), null, askAt, now, """
                WITH reserved AS (
                    UPDATE payments.payment
                       SET capturing = capturing + :amount
                     WHERE id = :payment AND currency = :currency AND state = 'AUTHORISED' AND NOT release_wanted
                       AND captured + capturing + released + releasing + :amount <= authorised
                       AND NOT EXISTS (SELECT 1 FROM payments.movement WHERE id = :id)
                    RETURNING id)
                INSERT INTO payments.movement (id, payment_id, kind, amount, reason, state, next_ask_at, started_at)
                SELECT :id, id, 'CAPTURE', :amount, :reason, 'ATTEMPTING', :ask, :now FROM reserved
                """);
    }

    /** Reserves part of what was taken; false when the guard or an earlier movement with this id says no. */
    boolean startRefund(RefundRequest request, Instant askAt, Instant now) {
        return start(request.id(), request.payment(), request.amount(), request.reason(), askAt, now, """
                WITH reserved AS (
                    UPDATE payments.payment
                       SET refunding = refunding + :amount
                     WHERE id = :payment AND currency = :currency
                       AND refunded + refunding + :amount <= captured
                       AND NOT EXISTS (SELECT 1 FROM payments.movement WHERE id = :id)
                    RETURNING id)
                INSERT INTO payments.movement (id, payment_id, kind, amount, reason, state, next_ask_at, started_at)
                SELECT :id, id, 'REFUND', :amount, :reason, 'ATTEMPTING', :ask, :now FROM reserved
                """);
    }

    /**
     * From now on nothing more is taken. What is held and not reserved becomes a movement; while
     * the provider's answer to the hold is unknown, the wish is only remembered. One that was never asked for is over.
     */
    Optional<StartedRelease> startRelease(PaymentId payment, Instant askAt, Instant now) {
        return database.sql("""
                WITH wanted AS (
                    UPDATE payments.payment
                       SET release_wanted = true,
                           releases = releases + 1,
                           releasing = CASE WHEN state = 'AUTHORISED'
                                            THEN authorised - captured - capturing - released ELSE 0 END,
                           next_ask_at = CASE WHEN state IN ('OPENED', 'AUTHORISED') THEN NULL ELSE next_ask_at END,
                           state = CASE WHEN state = 'OPENED' THEN 'RELEASED' ELSE state END,
                           changed_at = :now, version = version + 1
                     WHERE id = :payment
                       AND state IN ('OPENED', 'ATTEMPTING', 'PENDING', 'UNKNOWN', 'AUTHORISED')
                       AND (NOT release_wanted OR (state = 'AUTHORISED' AND releasing = 0
                                                   AND captured + capturing + released < authorised))
                    RETURNING *),
                started AS (
                    INSERT INTO payments.movement (id, payment_id, kind, amount, state, next_ask_at, started_at)
                    SELECT 'release:' || id || ':' || releases, id, 'RELEASE', releasing, 'ATTEMPTING', :ask, :now
                      FROM wanted WHERE releasing > 0
                    RETURNING id)
                SELECT (SELECT id FROM started) AS movement,
                """ + StoredPayment.COLUMNS + " FROM wanted p")
                .param("payment", payment.value())
                .param("ask", PaymentTable.time(askAt))
                .param("now", PaymentTable.time(now))
                .query((row, number) -> new StartedRelease(row.getString("movement"), StoredPayment.of(row, number)))
                .optional();
    }

    /** Ends a movement, once: its reservation becomes an entry in the ledger, or is given back. */
    Optional<StoredPayment> end(String id, boolean done, Instant now) {
        return database.sql("""
                WITH ended AS (
                    UPDATE payments.movement
                       SET state = CASE WHEN :done THEN 'DONE' ELSE 'REFUSED' END, ended_at = :now, next_ask_at = NULL
                     WHERE id = :id AND state IN ('ATTEMPTING', 'UNKNOWN')
                    RETURNING id, payment_id, kind, amount, CASE WHEN :done THEN amount ELSE 0 END AS moved),
                amounts AS (
                    SELECT e.payment_id,
                           CASE kind WHEN 'CAPTURE' THEN amount ELSE 0 END AS capturing,
                           CASE kind WHEN 'RELEASE' THEN amount ELSE 0 END AS releasing,
                           CASE kind WHEN 'REFUND' THEN amount ELSE 0 END AS refunding,
                           CASE kind WHEN 'CAPTURE' THEN moved ELSE 0 END AS captured,
                           CASE kind WHEN 'RELEASE' THEN moved ELSE 0 END AS released,
                           CASE kind WHEN 'REFUND' THEN moved ELSE 0 END AS refunded
                      FROM ended e),
                changed AS (
                    UPDATE payments.payment p
                       SET capturing = p.capturing - a.capturing, captured = p.captured + a.captured,
                           releasing = p.releasing - a.releasing, released = p.released + a.released,
                           refunding = p.refunding - a.refunding, refunded = p.refunded + a.refunded,
                           state = CASE WHEN p.captured + a.captured + p.released + a.released < p.authorised THEN p.state
                                        WHEN p.captured + a.captured > 0 THEN 'CAPTURED'
                                        ELSE 'RELEASED' END,
                           next_ask_at = CASE WHEN p.release_wanted AND p.captured + a.captured + p.released + a.released
                                                   < p.authorised THEN :now END,
                           changed_at = :now, version = p.version + 1
                      FROM amounts a
                     WHERE p.id = a.payment_id
                    RETURNING p.*),
                entered AS (
                    INSERT INTO payments.entry (payment_id, kind, cause, amount, currency, at)
                    SELECT e.payment_id, CASE e.kind WHEN 'CAPTURE' THEN 'CAPTURED' WHEN 'RELEASE' THEN 'RELEASED'
                                                     ELSE 'REFUNDED' END, e.id, e.amount, c.currency, :now
                      FROM ended e JOIN changed c ON c.id = e.payment_id
                     WHERE :done)
                SELECT
                """ + StoredPayment.COLUMNS + " FROM changed p")
                .param("id", id)
                .param("done", done)
                .param("now", PaymentTable.time(now))
                .query(StoredPayment::of)
                .optional();
    }

    /** The provider said no: what was reserved is given back. */
    void refuse(String id, Instant now) {
        var _ = end(id, false, now);
    }

    /** The answer got lost: ask soon. */
    void unknown(String id, Instant askAt) {
        database.sql("""
                UPDATE payments.movement SET state = 'UNKNOWN', next_ask_at = :ask WHERE id = :id AND state = 'ATTEMPTING'
                """).param("id", id).param("ask", PaymentTable.time(askAt)).update();
    }

    Optional<Movement> byId(String id) {
        return database.sql("SELECT " + COLUMNS + """
                  FROM payments.movement m JOIN payments.payment p ON p.id = m.payment_id
                 WHERE m.id = :id
                """)
                .param("id", id)
                .query(MoneyMovementTable::movement)
                .optional();
    }

    /** Takes movements about which it is time to ask, and puts off the next time, twice as long with each. */
    List<Movement> due(Instant now, int limit) {
        return database.sql("""
                UPDATE payments.movement m
                   SET asks = m.asks + 1, next_ask_at = :now + least(power(2, least(m.asks, 10)), 600) * INTERVAL '1 second'
                  FROM (SELECT id FROM payments.movement
                         WHERE next_ask_at <= :now
                         ORDER BY next_ask_at
                         LIMIT :limit
                           FOR NO KEY UPDATE SKIP LOCKED) d,
                       payments.payment p
                 WHERE m.id = d.id AND p.id = m.payment_id
                RETURNING
                """ + COLUMNS)
                .param("now", PaymentTable.time(now))
                .param("limit", limit)
                .query(MoneyMovementTable::movement)
                .list();
    }

    private boolean start(
            String id,
            PaymentId payment,
            Money amount,
            @Nullable String reason,
            Instant askAt,
            Instant now,
            String statement) {
        return database.sql(statement)
                        .param("id", id)
                        .param("payment", payment.value())
                        .param("amount", amount.minor())
                        .param("currency", amount.currency().getCurrencyCode())
                        .param("reason", reason, java.sql.Types.VARCHAR)
                        .param("ask", PaymentTable.time(askAt))
                        .param("now", PaymentTable.time(now))
                        .update()
                == 1;
    }

    private static Movement movement(ResultSet row, int number) throws SQLException {
        return new Movement(
                row.getString("id"),
                new PaymentId(row.getLong("payment_id")),
                Movement.Kind.valueOf(row.getString("kind")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                Movement.State.valueOf(row.getString("state")),
                Tender.valueOf(row.getString("tender")),
                row.getString("gateway_key"),
                row.getString("reference"));
    }
}
