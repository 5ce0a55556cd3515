package io.stoa.stripe;

import io.stoa.payments.gateway.Gateway;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was asked of Stripe and what it said, durable before and after each call. */
@Component
class StripeTable {

    private static final String HOLD = """
            h.key AS hold_key, h.order_id, h.currency, h.amount AS held, h.tries AS hold_tries, h.session, h.intent,
            h.refused, h.taken, h.captured, h.released, h.refunded
            """;

    private static final String ASKED = "m.key, m.kind, m.amount, m.call, m.call_amount, m.tries, m.state, m.reason, " + HOLD;

    private final JdbcClient database;

    StripeTable(JdbcClient database) {
        this.database = database;
    }

    /** Writes down that a page is going to be asked for; one that was before stays as it is. */
    void begin(Gateway.HoldRequest request, Instant now) {
        database.sql("""
                INSERT INTO stripe.hold (key, order_id, currency, amount, at) VALUES (:key, :order, :currency, :amount, :now)
                    ON CONFLICT DO NOTHING
                """)
                .param("key", request.key())
                .param("order", request.order().value())
                .param("currency", request.amount().currency().getCurrencyCode())
                .param("amount", request.amount().minor())
                .param("now", time(now))
                .update();
    }

    Optional<Hold> hold(String key) {
        return database.sql("SELECT " + HOLD + " FROM stripe.hold h WHERE h.key = :key")
                .param("key", key)
                .query(StripeTable::hold)
                .optional();
    }

    Optional<Hold> ofIntent(String intent) {
        return database.sql("SELECT " + HOLD + " FROM stripe.hold h WHERE h.intent = :intent")
                .param("intent", intent)
                .query(StripeTable::hold)
                .optional();
    }

    /** The page that was made; the first one counts, for the customer may be on it. */
    void setSession(String key, String session) {
        database.sql("UPDATE stripe.hold SET session = :session WHERE key = :key AND session IS NULL")
                .param("key", key)
                .param("session", session)
                .update();
    }

    void setIntent(String key, String intent) {
        database.sql("UPDATE stripe.hold SET intent = :intent WHERE key = :key AND intent IS NULL")
                .param("key", key)
                .param("intent", intent)
                .update();
    }

    void refuseHold(String key, String reason) {
        database.sql("UPDATE stripe.hold SET refused = :reason WHERE key = :key AND session IS NULL")
                .param("key", key)
                .param("reason", reason)
                .update();
    }

    /** The page that was asked for with this try is lost for good: the next one is another request. */
    void tryHoldAgain(String key, int lost) {
        database.sql("UPDATE stripe.hold SET tries = tries + 1 WHERE key = :key AND tries = :lost AND session IS NULL")
                .param("key", key)
                .param("lost", lost)
                .update();
    }

    /**
     * Decides what a movement needs at Stripe and writes it down, once for its key. Empty while another one of the payment is
     * under way: what that needs may change what this needs.
     */
    @Transactional
    public Optional<Asked> begin(Gateway.MovementRequest request, Hold.Kind kind, Instant now) {
        var hold = database.sql("SELECT " + HOLD + " FROM stripe.hold h WHERE h.intent = :intent FOR UPDATE")
                .param("intent", request.reference())
                .query(StripeTable::hold)
                .single();
        var before = asked(request.key());
        if (before.isPresent() || isUnderWay(hold.key())) {
            return before;
        }
        var plan = hold.plan(kind, request.amount().minor());
        insert(request, hold, kind, plan.orElse(new Hold.Plan(Hold.Call.NONE, 0)), plan.isPresent(), now);
        return asked(request.key());
    }

    /** The movement with this key, as it stands now with its payment; empty when none was begun. */
    Optional<Asked> asked(String key) {
        return database.sql("SELECT " + ASKED + """
                  FROM stripe.movement m JOIN stripe.hold h ON h.key = m.hold_key
                 WHERE m.key = :key
                """)
                .param("key", key)
                .query(StripeTable::asked)
                .optional();
    }

    /** Ends a movement, once, and moves the amounts of its payment. */
    void done(Asked asked) {
        database.sql("""
                WITH ended AS (
                    UPDATE stripe.movement SET state = 'DONE' WHERE key = :key AND state = 'ASKED'
                    RETURNING hold_key, kind, amount, call, call_amount)
                UPDATE stripe.hold h
                   SET taken = h.taken + CASE e.call WHEN 'CAPTURE' THEN e.call_amount ELSE 0 END,
                       captured = h.captured + CASE e.kind WHEN 'CAPTURE' THEN e.amount ELSE 0 END,
                       released = h.released + CASE e.kind WHEN 'RELEASE' THEN e.amount ELSE 0 END,
                       refunded = h.refunded + CASE e.kind WHEN 'REFUND' THEN e.amount ELSE 0 END
                  FROM ended e
                 WHERE h.key = e.hold_key
                """).param("key", asked.key()).update();
    }

    void refuse(String key, String reason) {
        database.sql("UPDATE stripe.movement SET state = 'REFUSED', reason = :reason WHERE key = :key AND state = 'ASKED'")
                .param("key", key)
                .param("reason", reason)
                .update();
    }

    /** What was asked with this try was not done and never will be: the next one is another request. */
    void tryAgain(Asked lost) {
        database.sql("UPDATE stripe.movement SET tries = tries + 1 WHERE key = :key AND tries = :lost AND state = 'ASKED'")
                .param("key", lost.key())
                .param("lost", lost.tries())
                .update();
    }

    /** Whether something was asked for of which it is not known yet what became of it. */
    boolean isUnderWay(String hold) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM stripe.movement WHERE hold_key = :hold AND state = 'ASKED')")
                .param("hold", hold)
                .query(Boolean.class)
                .single();
    }

    private void insert(
            Gateway.MovementRequest request, Hold hold, Hold.Kind kind, Hold.Plan plan, boolean fits, Instant now) {
        database.sql("""
                INSERT INTO stripe.movement (key, hold_key, kind, amount, call, call_amount, state, reason, at)
                VALUES (:key, :hold, :kind, :amount, :call, :callAmount, :state, :reason, :now)
                """)
                .param("key", request.key())
                .param("hold", hold.key())
                .param("kind", kind.name())
                .param("amount", request.amount().minor())
                .param("call", plan.call().name())
                .param("callAmount", plan.amount())
                .param("state", fits ? Asked.State.ASKED.name() : Asked.State.REFUSED.name())
                .param("reason", fits ? null : "More than there is", java.sql.Types.VARCHAR)
                .param("now", time(now))
                .update();
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                row.getString("key"),
                hold(row, number),
                Hold.Kind.valueOf(row.getString("kind")),
                row.getLong("amount"),
                new Hold.Plan(Hold.Call.valueOf(row.getString("call")), row.getLong("call_amount")),
                row.getInt("tries"),
                Asked.State.valueOf(row.getString("state")),
                row.getString("reason"));
    }

    private static Hold hold(ResultSet row, int number) throws SQLException {
        return new Hold(
                row.getString("hold_key"),
                row.getLong("order_id"),
                row.getString("currency"),
                row.getLong("held"),
                row.getInt("hold_tries"),
                row.getString("session"),
                row.getString("intent"),
                row.getString("refused"),
                row.getLong("taken"),
                row.getLong("captured"),
                row.getLong("released"),
                row.getLong("refunded"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
