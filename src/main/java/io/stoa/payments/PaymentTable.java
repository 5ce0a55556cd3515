package io.stoa.payments;

import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of payments themselves; that of their movements is in {@link MoneyMovementTable}. */
@Component
class PaymentTable {

    /** Longer than any gateway's own time limit: only a crash leaves a call unanswered for so long. */
    static final Duration GRACE = Duration.ofSeconds(30);

    private final JdbcClient database;

    PaymentTable(JdbcClient database) {
        this.database = database;
    }

    /** Cash is authorised and captured by being handed over; the rest waits. */
    void openAll(List<NewPayment> payments, Instant now) {
        int opened = database.sql("""
                WITH opened AS (
                    INSERT INTO payments.payment
                           (id, order_id, tender, gateway_key, currency, amount, state, authorised, captured,
                            next_ask_at, attempted_at, changed_at, in_part)
                    SELECT n.id, n.order_id, n.tender, n.gateway_key, n.currency, n.amount, n.state,
                           CASE WHEN n.state = 'CAPTURED' THEN n.amount ELSE 0 END,
                           CASE WHEN n.state = 'CAPTURED' THEN n.amount ELSE 0 END,
                           CASE WHEN n.state = 'ATTEMPTING' THEN :ask END, :now, :now, n.in_part
                      FROM unnest(:ids::bigint[], :orders::bigint[], :tenders::text[], :keys::text[], :currencies::text[],
                                  :amounts::bigint[], :states::text[], :parts::boolean[])
                           AS n (id, order_id, tender, gateway_key, currency, amount, state, in_part)
                    RETURNING id, amount, currency, state),
                taken AS (
                    INSERT INTO payments.entry (payment_id, kind, cause, amount, currency, at)
                    SELECT o.id, k.kind, 'cash', o.amount, o.currency, :now
                      FROM opened o CROSS JOIN (VALUES ('AUTHORISED'), ('CAPTURED')) AS k (kind)
                     WHERE o.state = 'CAPTURED')
                SELECT count(*) FROM opened
                """)
                .param("ids", numbers(payments, p -> p.id().value()))
                .param("orders", numbers(payments, p -> p.order().value()))
                .param("tenders", texts(payments, p -> p.tender().name()))
                .param("keys", texts(payments, NewPayment::gatewayKey))
                .param("currencies", texts(payments, p -> p.amount().currency().getCurrencyCode()))
                .param("amounts", numbers(payments, p -> p.amount().minor()))
                .param("states", texts(payments, p -> firstState(p).name()))
                .param("parts", payments.stream().map(NewPayment::inPart).toArray(Boolean[]::new))
                .param("ask", time(now.plus(GRACE)))
                .param("now", time(now))
                .query(Integer.class)
                .single();
        if (opened != payments.size()) {
            throw new IllegalStateException("Opened " + opened + " of " + payments.size() + " payments");
        }
    }

    /** The one caller that finds the payment opened may ask the provider, and this is durable before it does. */
    Optional<StoredPayment> attempt(PaymentId id, Instant now) {
        return database.sql("""
                UPDATE payments.payment p
                   SET state = 'ATTEMPTING', next_ask_at = :ask, attempted_at = :now, changed_at = :now,
                       version = version + 1
                 WHERE id = :id AND state = 'OPENED'
                RETURNING
                """ + StoredPayment.COLUMNS)
                .param("id", id.value())
                .param("ask", time(now.plus(GRACE)))
                .param("now", time(now))
                .query(StoredPayment::of)
                .optional();
    }

    /**
     * Settles what is still open and answers the payments that this changed. An approval of a payment that was declined
     * comes too late for the order: it is stored and let go. Rows are locked in the order of their ids.
     */
    List<StoredPayment> settleAll(List<Settlement> settlements, Instant now) {
        return database.sql("""
                WITH settled AS MATERIALIZED (
                    SELECT p.id, s.state, s.reference, s.reason, s.redirect, s.ask_at
                      FROM unnest(:ids::bigint[], :states::text[], :references::text[], :reasons::text[],
                                  :redirects::text[], :asks::timestamptz[])
                           AS s (id, state, reference, reason, redirect, ask_at)
                      JOIN payments.payment p ON p.id = s.id
                     WHERE (p.state IN ('ATTEMPTING', 'PENDING', 'UNKNOWN') AND s.state IN ('AUTHORISED', 'DECLINED'))
                        OR (p.state IN ('ATTEMPTING', 'UNKNOWN') AND s.state = 'PENDING')
                        OR (p.state = 'ATTEMPTING' AND s.state = 'UNKNOWN')
                        OR (p.state = 'DECLINED' AND s.state = 'AUTHORISED')
                     ORDER BY p.id
                       FOR NO KEY UPDATE OF p),
                changed AS (
                    UPDATE payments.payment p
                       SET state = s.state,
                           authorised = CASE WHEN s.state = 'AUTHORISED' THEN p.amount ELSE 0 END,
                           release_wanted = p.release_wanted OR p.state = 'DECLINED',
                           reference = COALESCE(s.reference, p.reference), reason = s.reason, redirect = s.redirect,
                           asks = 0,
                           next_ask_at = CASE WHEN s.state = 'AUTHORISED' AND (p.release_wanted OR p.state = 'DECLINED')
                                              THEN :now ELSE s.ask_at END,
                           changed_at = :now, version = p.version + 1
                      FROM settled s
                     WHERE p.id = s.id
                    RETURNING p.*),
                promised AS (
                    INSERT INTO payments.entry (payment_id, kind, cause, amount, currency, at)
                    SELECT id, 'AUTHORISED', 'hold', amount, currency, :now FROM changed WHERE state = 'AUTHORISED')
                SELECT
                """ + StoredPayment.COLUMNS + " FROM changed p")
                .param("ids", numbers(settlements, s -> s.payment().value()))
                .param("states", texts(settlements, s -> s.state().name()))
                .param("references", texts(settlements, Settlement::reference))
                .param("reasons", texts(settlements, Settlement::reason))
                .param("redirects", texts(settlements, Settlement::redirect))
                .param("asks", settlements.stream().map(s -> text(s.askAt())).toArray(String[]::new))
                .param("now", time(now))
                .query(StoredPayment::of)
                .list();
    }

    List<StoredPayment> byIds(Collection<PaymentId> ids) {
        return database.sql("SELECT " + StoredPayment.COLUMNS + " FROM payments.payment p WHERE p.id = ANY(:ids)")
                .param("ids", numbers(ids, PaymentId::value))
                .query(StoredPayment::of)
                .list();
    }

    List<StoredPayment> ofOrders(Collection<OrderId> orders) {
        return database.sql("SELECT " + StoredPayment.COLUMNS
                        + " FROM payments.payment p WHERE p.order_id = ANY(:orders) ORDER BY p.id")
                .param("orders", numbers(orders, OrderId::value))
                .query(StoredPayment::of)
                .list();
    }

    List<Standing> standings(OrderId order, String reason) {
        return database.sql("SELECT " + StoredPayment.COLUMNS + """
                     , p.captured + p.capturing AS taken, p.captured - p.refunded - p.refunding AS refundable,
                       CASE WHEN p.state = 'AUTHORISED' AND NOT p.release_wanted
                            THEN p.authorised - p.captured - p.capturing - p.released - p.releasing ELSE 0 END AS held,
                       COALESCE((SELECT sum(m.amount) FROM payments.movement m
                                  WHERE m.payment_id = p.id AND m.kind = 'REFUND' AND m.reason = :reason
                                    AND m.state <> 'REFUSED'), 0) AS given_back
                  FROM payments.payment p WHERE p.order_id = :order ORDER BY p.id
                """)
                .param("order", order.value())
                .param("reason", reason)
                .query(PaymentTable::standing)
                .list();
    }

    /** Takes payments about which it is time to ask, and puts off the next time: twice as long with each, for what was given up an hour. */
    List<StoredPayment> due(Instant now, int limit) {
        return database.sql("""
                UPDATE payments.payment p
                   SET asks = p.asks + 1, next_ask_at = :now + CASE WHEN p.state = 'DECLINED' THEN INTERVAL '1 hour'
                                              ELSE least(power(2, least(p.asks, 10)), 600) * INTERVAL '1 second' END
                  FROM (SELECT id FROM payments.payment
                         WHERE next_ask_at <= :now
                         ORDER BY next_ask_at
                         LIMIT :limit
                           FOR NO KEY UPDATE SKIP LOCKED) d
                 WHERE p.id = d.id
                RETURNING
                """ + StoredPayment.COLUMNS)
                .param("now", time(now))
                .param("limit", limit)
                .query(StoredPayment::of)
                .list();
    }

    /** Nothing more to ask, as long as it stays as it was seen. */
    void rest(StoredPayment payment) {
        database.sql("UPDATE payments.payment SET next_ask_at = NULL WHERE id = :id AND version = :version")
                .param("id", payment.id().value())
                .param("version", payment.version())
                .update();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        var payment = StoredPayment.of(row, number).view();
        var currency = row.getString("currency");
        return new Standing(
                payment,
                Money.of(row.getLong("held"), currency),
                Money.of(row.getLong("taken"), currency),
                Money.of(row.getLong("refundable"), currency),
                Money.of(row.getLong("given_back"), currency));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static PaymentState firstState(NewPayment payment) {
        if (payment.tender() == Tender.CASH) {
            return PaymentState.CAPTURED;
        }
        return payment.attempting() ? PaymentState.ATTEMPTING : PaymentState.OPENED;
    }

    private static <T> Long[] numbers(Collection<T> rows, Function<T, Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
