package io.stoa.returns;

import io.stoa.payments.PaymentId;
import io.stoa.shared.OrderId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of the refunds that returns asked for. Whoever writes has locked the return. */
@Component
class RefundTable {

    private final JdbcClient database;

    /** A refund that was asked for; the amount is in the smallest unit of the order's currency. */
    record Asked(int number, PaymentId payment, long amount, State state) {}

    enum State {
        BEGUN,
        DONE,
        REFUSED
    }

    RefundTable(JdbcClient database) {
        this.database = database;
    }

    List<Asked> of(ReturnId id) {
        return database.sql("""
                SELECT number, payment_id, amount, state FROM returns.refund WHERE return_id = :id ORDER BY number
                """)
                .param("id", id.value())
                .query((row, n) -> new Asked(
                        row.getInt(1), new PaymentId(row.getLong(2)), row.getLong(3), State.valueOf(row.getString(4))))
                .list();
    }

    /** What all returns of an order have asked for and not heard of yet, by payment. */
    Map<PaymentId, Long> begun(OrderId order) {
        var begun = new HashMap<PaymentId, Long>();
        database.sql("""
                SELECT r.payment_id, SUM(r.amount) AS amount
                  FROM returns.document d
                  JOIN returns.refund r ON r.return_id = d.id
                 WHERE d.order_id = :order AND r.state = 'BEGUN'
                 GROUP BY r.payment_id
                """)
                .param("order", order.value())
                .query((row, n) -> Map.entry(new PaymentId(row.getLong(1)), row.getLong(2)))
                .list()
                .forEach(one -> begun.put(one.getKey(), one.getValue()));
        return begun;
    }

    void insert(ReturnId id, Asked asked) {
        database.sql("""
                INSERT INTO returns.refund (return_id, number, payment_id, amount, state)
                VALUES (:id, :number, :payment, :amount, :state)
                """)
                .param("id", id.value())
                .param("number", asked.number())
                .param("payment", asked.payment().value())
                .param("amount", asked.amount())
                .param("state", asked.state().name())
                .update();
    }

    void end(ReturnId id, int number, State state) {
        database.sql("""
                UPDATE returns.refund SET state = :state WHERE return_id = :id AND number = :number AND state = 'BEGUN'
                """)
                .param("id", id.value())
                .param("number", number)
                .param("state", state.name())
                .update();
    }
}
