package io.stoa.payments.setbacks;

import io.stoa.payments.PaymentId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of setbacks. */
@Component
class SetbackTable {

    private final JdbcClient database;

    SetbackTable(JdbcClient database) {
        this.database = database;
    }

    /** Whether it was not known. */
    boolean add(Setback setback, Instant now) {
        return database.sql("""
                        INSERT INTO payments.setback (id, payment_id, kind, currency, amount, heard_at)
                        VALUES (:id, :payment, :kind, :currency, :amount, :now)
                            ON CONFLICT DO NOTHING
                        """)
                        .param("id", setback.id())
                        .param("payment", setback.payment().value())
                        .param("kind", setback.kind().name())
                        .param("currency", setback.amount().currency().getCurrencyCode())
                        .param("amount", setback.amount().minor())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    List<Setback> ofOrder(OrderId order) {
        return database.sql("""
                SELECT s.id, s.payment_id, s.kind, s.currency, s.amount
                  FROM payments.setback s JOIN payments.payment p ON p.id = s.payment_id
                 WHERE p.order_id = :order
                 ORDER BY s.heard_at, s.id
                """)
                .param("order", order.value())
                .query((row, number) -> new Setback(
                        row.getString("id"),
                        new PaymentId(row.getLong("payment_id")),
                        Setback.Kind.valueOf(row.getString("kind")),
                        Money.of(row.getLong("amount"), row.getString("currency"))))
                .list();
    }
}
