package io.stoa.returns;

import io.stoa.payments.gateway.Gateway;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.sql.Types;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what returns pay for. Check and change are one statement, each key counts once. */
@Component
class ExchangeTable {

    private final JdbcClient database;

    ExchangeTable(JdbcClient database) {
        this.database = database;
    }

    /** What of its worth is kept and pays for nothing yet; nothing unless it is kept in that currency. */
    Money room(ReturnId id, Currency currency) {
        long left = database.sql("""
                SELECT worth - exchanged FROM returns.document WHERE id = :id AND kept AND currency = :currency
                """)
                .param("id", id.value())
                .param("currency", currency.getCurrencyCode())
                .query(Long.class)
                .optional()
                .orElse(0L);
        return new Money(left, currency);
    }

    /** The orders that it pays for, the oldest first. */
    List<OrderId> orders(ReturnId id) {
        return database.sql("""
                SELECT order_id FROM returns.hold
                 WHERE return_id = :id AND amount - released - refunded > 0
                 GROUP BY order_id ORDER BY MIN(at)
                """)
                .param("id", id.value())
                .query((row, n) -> new OrderId(row.getLong(1)))
                .list();
    }

    /** The returns that pay for an order, the oldest first. */
    List<ReturnId> paying(OrderId order) {
        return database.sql("""
                SELECT return_id FROM returns.hold
                 WHERE order_id = :order AND amount - released - refunded > 0 AND return_id IS NOT NULL
                 GROUP BY return_id ORDER BY MIN(at)
                """)
                .param("order", order.value())
                .query((row, n) -> new ReturnId(row.getLong(1)))
                .list();
    }

    /** Whether the money is held. What is used up and that nobody closes is closed in an hour. */
    boolean hold(Gateway.HoldRequest request, Optional<ReturnId> id, Instant now) {
        return database.sql("""
                WITH room AS (
                    UPDATE returns.document
                       SET exchanged = exchanged + :amount, updated_at = :now::timestamptz,
                           next_try_at = CASE WHEN exchanged + :amount = worth THEN :now::timestamptz + INTERVAL '1 hour' END
                     WHERE id = :id AND kept AND currency = :currency AND worth - exchanged >= :amount
                       AND NOT EXISTS (SELECT 1 FROM returns.hold WHERE key = :key)
                    RETURNING id)
                INSERT INTO returns.hold (key, return_id, order_id, currency, amount, at)
                VALUES (:key, (SELECT id FROM room), :order, :currency, :amount, :now::timestamptz)
                RETURNING return_id IS NOT NULL
                """)
                .param("key", request.key())
                .param("id", id.map(ReturnId::value).orElse(null), Types.BIGINT)
                .param("order", request.order().value())
                .param("currency", request.amount().currency().getCurrencyCode())
                .param("amount", request.amount().minor())
                .param("now", now.toString())
                .query(Boolean.class)
                .single();
    }

    /** Whether the hold with this key was granted; empty for an unknown key. */
    Optional<Boolean> granted(String key) {
        return database.sql("SELECT return_id IS NOT NULL FROM returns.hold WHERE key = :key")
                .param("key", key)
                .query(Boolean.class)
                .optional();
    }

    /** Whether the movement with this key was done; empty for an unknown key. */
    Optional<Boolean> moved(String key) {
        return database.sql("SELECT approved FROM returns.movement WHERE key = :key")
                .param("key", key)
                .query(Boolean.class)
                .optional();
    }

    /** Spends held money; the return has given it away already. */
    boolean capture(Gateway.MovementRequest request, Instant now) {
        return move(request, "CAPTURE", now, "spent = spent + :amount", "spent + released + :amount <= amount", 0);
    }

    /** Lets held money go: it is the return's again. */
    boolean release(Gateway.MovementRequest request, Instant now) {
        return move(request, "RELEASE", now, "released = released + :amount", "spent + released + :amount <= amount", 1);
    }

    /** What was taken instead came back too: its money goes where the return's own goes. */
    boolean refund(Gateway.MovementRequest request, Instant now) {
        return move(request, "REFUND", now, "refunded = refunded + :amount", "refunded + :amount <= spent", 1);
    }

    /** A return that gets money again gives it back; one that is still kept waits with it. */
    private boolean move(
            Gateway.MovementRequest request, String kind, Instant now, String ofHold, String guard, int back) {
        return database.sql("""
                WITH moved AS (
                    UPDATE returns.hold SET %s
                     WHERE key = :hold AND currency = :currency AND return_id IS NOT NULL AND %s
                       AND NOT EXISTS (SELECT 1 FROM returns.movement WHERE key = :key)
                    RETURNING return_id),
                changed AS (
                    UPDATE returns.document d
                       SET exchanged = exchanged - :amount, state = 'RECEIVED', updated_at = :now::timestamptz,
                           next_try_at = CASE WHEN NOT kept THEN :now::timestamptz END
                      FROM moved WHERE d.id = moved.return_id AND :back = 1
                    RETURNING d.id)
                INSERT INTO returns.movement (key, hold_key, kind, amount, approved, at)
                VALUES (:key, :hold, :kind, :amount,
                        EXISTS (SELECT 1 FROM moved) AND (:back = 0 OR EXISTS (SELECT 1 FROM changed)), :now::timestamptz)
                RETURNING approved
                """.formatted(ofHold, guard))
                .param("key", request.key())
                .param("hold", ExchangeGateway.key(request.reference()))
                .param("kind", kind)
                .param("back", back)
                .param("currency", request.amount().currency().getCurrencyCode())
                .param("amount", request.amount().minor())
                .param("now", now.toString())
                .query(Boolean.class)
                .single();
    }
}
