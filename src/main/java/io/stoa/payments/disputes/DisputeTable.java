package io.stoa.payments.disputes;

import io.stoa.payments.PaymentId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of disputes. */
@Component
class DisputeTable {

    private final JdbcClient database;

    DisputeTable(JdbcClient database) {
        this.database = database;
    }

    /** The version it has by this; empty when nothing is new about it, or it was decided before. */
    Optional<Long> save(Dispute dispute, Instant now) {
        return database.sql("""
                INSERT INTO payments.dispute AS d
                       (id, payment_id, currency, amount, reason, state, answer_by, opened_at, changed_at)
                VALUES (:id, :payment, :currency, :amount, :reason, :state, :answerBy, :openedAt, :now)
                    ON CONFLICT (id) DO UPDATE
                   SET state = excluded.state, answer_by = excluded.answer_by, version = d.version + 1,
                       changed_at = excluded.changed_at
                 WHERE d.state <> excluded.state AND (:over OR d.state NOT IN ('WON', 'LOST'))
                RETURNING version
                """)
                .param("id", dispute.id())
                .param("payment", dispute.payment().value())
                .param("currency", dispute.amount().currency().getCurrencyCode())
                .param("amount", dispute.amount().minor())
                .param("reason", dispute.reason())
                .param("state", dispute.state().name())
                .param("answerBy", time(dispute.answerBy()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("openedAt", time(dispute.openedAt()))
                .param("over", dispute.state().isOver())
                .param("now", time(now))
                .query(Long.class)
                .optional();
    }

    List<Dispute> ofOrder(OrderId order) {
        return database.sql("""
                SELECT d.id, d.payment_id, d.currency, d.amount, d.reason, d.state, d.answer_by, d.opened_at
                  FROM payments.dispute d JOIN payments.payment p ON p.id = d.payment_id
                 WHERE p.order_id = :order
                 ORDER BY d.opened_at, d.id
                """).param("order", order.value()).query(DisputeTable::dispute).list();
    }

    private static Dispute dispute(ResultSet row, int number) throws SQLException {
        var answerBy = row.getObject("answer_by", OffsetDateTime.class);
        return new Dispute(
                row.getString("id"),
                new PaymentId(row.getLong("payment_id")),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                Dispute.State.valueOf(row.getString("state")),
                answerBy == null ? null : answerBy.toInstant(),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
