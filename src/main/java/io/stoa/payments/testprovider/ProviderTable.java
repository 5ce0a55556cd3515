package io.stoa.payments.testprovider;

import io.stoa.payments.gateway.Gateway;
import io.stoa.payments.gateway.GatewayAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The books of the test provider, in transactions of their own. */
@Component
class ProviderTable {

    private final JdbcClient database;
    private final TransactionTemplate own;

    ProviderTable(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** A hold at the provider. */
    record Charge(String key, String reference, String token, String currency, long amount, String state) {

        static Charge of(Gateway.HoldRequest request, String token, String state) {
            var amount = request.amount();
            var currency = amount.currency().getCurrencyCode();
            return new Charge(request.key(), "ch_" + request.key(), token, currency, amount.minor(), state);
        }
    }

    /**
     * Writes charges, each key once, and answers what is in the books. As with a real provider, what it answers is on its
     * disk: an answer may outlive a crash of the database in the caller's memory, and be recorded after it.
     */
    List<Charge> chargeAll(List<Charge> charges) {
        var written = database.sql("""
                INSERT INTO testgateway.charge (key, reference, token, currency, amount, state)
                SELECT c.key, c.reference, c.token, c.currency, c.amount, c.state
                  FROM unnest(:keys::text[], :references::text[], :tokens::text[], :currencies::text[],
                              :amounts::bigint[], :states::text[])
                       AS c (key, reference, token, currency, amount, state)
                    ON CONFLICT DO NOTHING
                RETURNING key, reference, token, currency, amount, state
                """)
                .param("keys", texts(charges, Charge::key))
                .param("references", texts(charges, Charge::reference))
                .param("tokens", texts(charges, Charge::token))
                .param("currencies", texts(charges, Charge::currency))
                .param("amounts", charges.stream().map(Charge::amount).toArray(Long[]::new))
                .param("states", texts(charges, Charge::state))
                .query(ProviderTable::charge)
                .list();
        return answers(charges, written);
    }

    /** Never what was asked but what is in the books: two calls with one key may differ, even within one batch. */
    private List<Charge> answers(List<Charge> asked, List<Charge> written) {
        var books = new HashMap<String, Charge>();
        written.forEach(charge -> books.put(charge.key(), charge));
        var repeated = asked.stream().map(Charge::key).filter(key -> !books.containsKey(key)).toList();
        charges(repeated).forEach(charge -> books.put(charge.key(), charge));
        return asked.stream().map(charge -> Objects.requireNonNull(books.get(charge.key()))).toList();
    }

    Optional<Charge> charge(String key) {
        return charges(List.of(key)).stream().findFirst();
    }

    void decide(String key, String state) {
        database.sql("UPDATE testgateway.charge SET state = :state WHERE key = :key AND state = 'AWAITED'")
                .param("state", state)
                .param("key", key)
                .update();
    }

    /** Moves money once per key, and never more than the charge allows: the provider has its own rules. */
    GatewayAnswer move(Gateway.MovementRequest request, String kind) {
        return Objects.requireNonNull(own.execute(_ -> {
            lock(request.reference());
            return movement(request.key()).orElseGet(() -> moveOnce(request, kind));
        }));
    }

    Optional<GatewayAnswer> movement(String key) {
        return database.sql("SELECT approved FROM testgateway.movement WHERE key = :key")
                .param("key", key)
                .query(Boolean.class)
                .optional()
                .map(approved -> answer(key, approved));
    }

    private void lock(String reference) {
        database.sql("SELECT key FROM testgateway.charge WHERE reference = :reference FOR UPDATE")
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    private GatewayAnswer moveOnce(Gateway.MovementRequest request, String kind) {
        int moved = database.sql("""
                WITH moved AS (
                    UPDATE testgateway.charge
                       SET captured = captured + CASE :kind WHEN 'CAPTURE' THEN :amount ELSE 0 END,
                           released = released + CASE :kind WHEN 'RELEASE' THEN :amount ELSE 0 END,
                           refunded = refunded + CASE :kind WHEN 'REFUND' THEN :amount ELSE 0 END
                     WHERE reference = :reference AND state = 'APPROVED' AND currency = :currency
                       AND CASE WHEN :kind = 'REFUND' THEN refunded + :amount <= captured
                                ELSE captured + released + :amount <= amount END
                    RETURNING 1)
                INSERT INTO testgateway.movement (key, reference, kind, amount, approved)
                VALUES (:key, :reference, :kind, :amount, EXISTS (SELECT 1 FROM moved))
                RETURNING CASE WHEN approved THEN 1 ELSE 0 END
                """)
                .param("key", request.key())
                .param("reference", request.reference())
                .param("kind", kind)
                .param("amount", request.amount().minor())
                .param("currency", request.amount().currency().getCurrencyCode())
                .query(Integer.class)
                .single();
        return answer(request.key(), moved == 1);
    }

    private List<Charge> charges(List<String> keys) {
        if (keys.isEmpty()) {
            return new ArrayList<>();
        }
        return database.sql("""
                SELECT key, reference, token, currency, amount, state FROM testgateway.charge WHERE key = ANY(:keys)
                """)
                .param("keys", keys.toArray(String[]::new))
                .query(ProviderTable::charge)
                .list();
    }

    private static Charge charge(ResultSet row, int number) throws SQLException {
        return new Charge(
                row.getString("key"),
                row.getString("reference"),
                row.getString("token"),
                row.getString("currency"),
                row.getLong("amount"),
                row.getString("state"));
    }

    private static GatewayAnswer answer(String key, boolean approved) {
        return approved ? new GatewayAnswer.Approved("mv_" + key) : new GatewayAnswer.Declined("More than there is");
    }

    private static @Nullable String[] texts(List<Charge> charges, Function<Charge, String> column) {
        return charges.stream().map(column).toArray(String[]::new);
    }
}
