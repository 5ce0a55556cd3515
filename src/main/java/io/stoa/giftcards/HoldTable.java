package io.stoa.giftcards;

import io.stoa.payments.gateway.Gateway;
import io.stoa.shared.Money;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of what payments hold on cards and move of it. Check and change are one statement, each key counts once. */
@Component
class HoldTable {

    private final JdbcClient database;

    HoldTable(JdbcClient database) {
        this.database = database;
    }

    /** Whether the money is held. The first call with a key decides; a second one at the same moment breaks at the key. */
    boolean hold(String key, GiftCode code, Money amount, Instant now) {
        return database.sql("""
                WITH room AS (
                    UPDATE giftcards.card
                       SET held = held + :amount, version = version + 1
                     WHERE code_hash = :hash AND currency = :currency AND NOT blocked AND balance - held >= :amount
                       AND NOT EXISTS (SELECT 1 FROM giftcards.hold WHERE key = :key)
                    RETURNING id)
                INSERT INTO giftcards.hold (key, card_id, currency, amount, at)
                VALUES (:key, (SELECT id FROM room), :currency, :amount, :now)
                RETURNING card_id IS NOT NULL
                """)
                .param("key", key)
                .param("hash", code.hash())
                .param("currency", amount.currency().getCurrencyCode())
                .param("amount", amount.minor())
                .param("now", GiftCardTable.time(now))
                .query(Boolean.class)
                .single();
    }

    /** Whether the hold with this key was granted; empty for an unknown key. */
    Optional<Boolean> granted(String key) {
        return database.sql("SELECT card_id IS NOT NULL FROM giftcards.hold WHERE key = :key")
                .param("key", key)
                .query(Boolean.class)
                .optional();
    }

    /** Whether the movement with this key was done; empty for an unknown key. */
    Optional<Boolean> moved(String key) {
        return database.sql("SELECT approved FROM giftcards.movement WHERE key = :key")
                .param("key", key)
                .query(Boolean.class)
                .optional();
    }

    /** Spends held money. */
    boolean capture(Gateway.MovementRequest request, Instant now) {
        return move(request, "CAPTURE", now, "spent = spent + :amount", "spent + released + :amount <= amount", """
                balance = balance - :amount, held = held - :amount
                """);
    }

    /** Lets held money go. */
    boolean release(Gateway.MovementRequest request, Instant now) {
        return move(request, "RELEASE", now, "released = released + :amount", "spent + released + :amount <= amount", """
                held = held - :amount
                """);
    }

    /** Puts spent money back on the card, a blocked one too: it is owed all the same. */
    boolean refund(Gateway.MovementRequest request, Instant now) {
        return move(request, "REFUND", now, "refunded = refunded + :amount", "refunded + :amount <= spent", """
                balance = balance + :amount
                """);
    }

    private boolean move(
            Gateway.MovementRequest request, String kind, Instant now, String ofHold, String guard, String ofCard) {
        return database.sql("""
                WITH moved AS (
                    UPDATE giftcards.hold SET %s
                     WHERE key = :hold AND currency = :currency AND card_id IS NOT NULL AND %s
                       AND NOT EXISTS (SELECT 1 FROM giftcards.movement WHERE key = :key)
                    RETURNING card_id),
                changed AS (
                    UPDATE giftcards.card c SET %s, version = version + 1 FROM moved WHERE c.id = moved.card_id
                    RETURNING c.id),
                entered AS (
                    INSERT INTO giftcards.entry (card_id, kind, cause, amount, at)
                    SELECT id, CASE :kind WHEN 'CAPTURE' THEN 'SPENT' ELSE 'REFUNDED' END, :key, :amount, :now
                      FROM changed WHERE :kind <> 'RELEASE')
                INSERT INTO giftcards.movement (key, hold_key, kind, amount, approved, at)
                VALUES (:key, :hold, :kind, :amount, EXISTS (SELECT 1 FROM changed), :now)
                RETURNING approved
                """.formatted(ofHold, guard, ofCard))
                .param("key", request.key())
                .param("hold", GiftCardGateway.key(request.reference()))
                .param("kind", kind)
                .param("currency", request.amount().currency().getCurrencyCode())
                .param("amount", request.amount().minor())
                .param("now", GiftCardTable.time(now))
                .query(Boolean.class)
                .single();
    }
}
