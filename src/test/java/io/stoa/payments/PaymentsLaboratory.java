package io.stoa.payments;

import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.gateway.Gateway;
import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Ids;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tests of payments share: time that passes on demand, a bad line to the provider, and the provider's books. */
@TestConfiguration(proxyBeanMethods = false)
public class PaymentsLaboratory {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    static BeanPostProcessor badLine() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Gateway gateway && gateway.tenders().contains(Tender.CARD)
                        ? new UnreliableGateway(gateway)
                        : bean;
            }
        };
    }

    @Bean
    Bench bench(
            Payments payments,
            Resolver resolver,
            UnreliableGateway gateway,
            MovableClock clock,
            JdbcClient database,
            TransactionTemplate transaction,
            Ids ids) {
        return new Bench(payments, resolver, gateway, clock, database, transaction, ids);
    }

    /** What the provider's own books say of one payment, in the smallest unit. */
    public record Books(long charges, long approved, long captured, long released, long refunded) {}

    /** Everything on one table. */
    public record Bench(
            Payments payments,
            Resolver resolver,
            UnreliableGateway gateway,
            MovableClock clock,
            JdbcClient database,
            TransactionTemplate transaction,
            Ids ids) {

        public NewPayment opened(Tender tender, long cents) {
            return open(NewPayment.of(paymentId(), order(), tender, usd(cents), Touchpoint.SYSTEM));
        }

        NewPayment attempted(long cents) {
            return open(NewPayment.attempted(paymentId(), order(), Tender.CARD, usd(cents), Touchpoint.SYSTEM));
        }

        /** Every second payment is called for at once, the others when somebody pays. */
        NewPayment attemptable(long cents) {
            return cents % 2 == 0 ? attempted(cents) : opened(Tender.CARD, cents);
        }

        /** A payment of which this much is held. */
        PaymentId held(long cents) {
            var id = opened(Tender.CARD, cents).id();
            var outcome = payments.authorise(id, new CardToken("tok_approve"), Touchpoint.SYSTEM);
            if (!(outcome instanceof PaymentOutcome.Authorised)) {
                throw new IllegalStateException("Not held: " + outcome);
            }
            return id;
        }

        Recorded answer(NewPayment payment, GatewayAnswer answer) {
            var answered = List.of(new Answered(payment.id(), answer, Touchpoint.SYSTEM));
            return Objects.requireNonNull(transaction.execute(_ -> payments.recordAll(answered)))
                    .getFirst();
        }

        public Payment payment(PaymentId id) {
            return payments.find(id).orElseThrow();
        }

        /** What is due is asked about now. */
        public void resolve() {
            resolver.run();
        }

        /** Lets so much time pass that everything open is asked about, until nothing is open. */
        public void settle() {
            for (int round = 0; round < 80 && open() > 0; round++) {
                clock.pass(Duration.ofHours(1));
                resolver.run();
            }
        }

        public long open() {
            return database.sql("""
                    SELECT (SELECT count(*) FROM payments.payment WHERE next_ask_at IS NOT NULL)
                         + (SELECT count(*) FROM payments.movement WHERE next_ask_at IS NOT NULL)
                    """).query(Long.class).single();
        }

        /** By what a provider knows it. */
        public String key(PaymentId id) {
            return database.sql("SELECT gateway_key FROM payments.payment WHERE id = :id")
                    .param("id", id.value())
                    .query((row, number) -> Objects.requireNonNull(row.getString(1)))
                    .single();
        }

        /** Counted from what the provider wrote down call by call, not from its sums. */
        Books books(PaymentId id) {
            return database.sql("""
                    SELECT count(DISTINCT c.key) AS charges,
                           COALESCE(sum(DISTINCT c.amount) FILTER (WHERE c.state = 'APPROVED'), 0) AS approved,
                           COALESCE(sum(m.amount) FILTER (WHERE m.approved AND m.kind = 'CAPTURE'), 0) AS captured,
                           COALESCE(sum(m.amount) FILTER (WHERE m.approved AND m.kind = 'RELEASE'), 0) AS released,
                           COALESCE(sum(m.amount) FILTER (WHERE m.approved AND m.kind = 'REFUND'), 0) AS refunded
                      FROM testgateway.charge c
                      LEFT JOIN testgateway.movement m ON m.reference = c.reference
                     WHERE c.key LIKE :id || '-%'
                    """)
                    .param("id", id.toString())
                    .query(Books.class)
                    .single();
        }

        List<String> events(PaymentId id) {
            return database.sql("SELECT type FROM events.log WHERE key = 'payment:' || :id ORDER BY seq")
                    .param("id", id.toString())
                    .query((row, number) -> Objects.requireNonNull(row.getString("type")))
                    .list();
        }

        /** Captured, released and refunded as the events tell. */
        List<Long> eventTotals(PaymentId id) {
            return database.sql("""
                    SELECT COALESCE(sum(amount) FILTER (WHERE type = 'payments.captured'), 0) AS captured,
                           COALESCE(sum(amount) FILTER (WHERE type = 'payments.released'), 0) AS released,
                           COALESCE(sum(amount) FILTER (WHERE type = 'payments.refunded'), 0) AS refunded
                      FROM (SELECT type, (payload ->> 'amount')::bigint AS amount
                              FROM events.log WHERE key = 'payment:' || :id) AS told
                    """)
                    .param("id", id.toString())
                    .query((row, number) -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)))
                    .single();
        }

        private NewPayment open(NewPayment payment) {
            transaction.executeWithoutResult(_ -> payments.openAll(List.of(payment)));
            return payment;
        }

        private PaymentId paymentId() {
            return new PaymentId(ids.next());
        }

        private OrderId order() {
            return new OrderId(ids.next());
        }
    }

    public static Money usd(long cents) {
        return Money.of(cents, "USD");
    }

    public static CaptureRequest capture(String id, PaymentId payment, long cents) {
        return new CaptureRequest(id + "@" + payment, payment, usd(cents), Touchpoint.SYSTEM);
    }

    public static RefundRequest refund(String id, PaymentId payment, long cents) {
        return new RefundRequest(id + "@" + payment, payment, usd(cents), "changed their mind", Touchpoint.SYSTEM);
    }
}
