package io.stoa.giftcards;

import io.stoa.shared.Money;
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

/** The SQL of cards and their history; that of holds is in {@link HoldTable}. */
@Component
class GiftCardTable {

    static final int HISTORY_MAX = 200;
    private static final String COLUMNS =
            "c.id, c.ending, c.currency, c.loaded, c.balance, c.held, c.blocked, c.issued_at";

    private final JdbcClient database;

    GiftCardTable(JdbcClient database) {
        this.database = database;
    }

    /** False when a card was issued with this key before. */
    boolean issue(GiftCardId id, String key, GiftCode code, Money amount, Instant now) {
        return database.sql("""
                WITH issued AS (
                    INSERT INTO giftcards.card (id, key, code_hash, ending, currency, loaded, balance, issued_at)
                    VALUES (:id, :key, :hash, :ending, :currency, :amount, :amount, :now)
                        ON CONFLICT (key) DO NOTHING
                    RETURNING id)
                INSERT INTO giftcards.entry (card_id, kind, cause, amount, at)
                SELECT id, 'LOADED', 'issued', :amount, :now FROM issued
                """)
                        .param("id", id.value())
                        .param("key", key)
                        .param("hash", code.hash())
                        .param("ending", code.ending())
                        .param("currency", amount.currency().getCurrencyCode())
                        .param("amount", amount.minor())
                        .param("now", time(now))
                        .update()
                == 1;
    }

    GiftCard byKey(String key) {
        return database.sql("SELECT " + COLUMNS + " FROM giftcards.card c WHERE c.key = :key")
                .param("key", key)
                .query(GiftCardTable::card)
                .single();
    }

    Optional<GiftCard> byId(GiftCardId id) {
        return database.sql("SELECT " + COLUMNS + " FROM giftcards.card c WHERE c.id = :id")
                .param("id", id.value())
                .query(GiftCardTable::card)
                .optional();
    }

    Optional<GiftCard> byCode(GiftCode code) {
        return database.sql("SELECT " + COLUMNS + " FROM giftcards.card c WHERE c.code_hash = :hash")
                .param("hash", code.hash())
                .query(GiftCardTable::card)
                .optional();
    }

    List<GiftCard> list(@Nullable String ending, int limit, @Nullable GiftCardId after) {
        return database.sql("SELECT " + COLUMNS + " FROM giftcards.card c WHERE c.id < :after"
                        + (ending == null ? "" : " AND c.ending = :ending") + " ORDER BY c.id DESC LIMIT :limit")
                .param("ending", ending)
                .param("after", after == null ? Long.MAX_VALUE : after.value())
                .param("limit", limit)
                .query(GiftCardTable::card)
                .list();
    }

    List<GiftCard.Entry> history(GiftCardId id) {
        return database.sql("""
                SELECT e.kind, e.amount, c.currency, e.at
                  FROM giftcards.entry e JOIN giftcards.card c ON c.id = e.card_id
                 WHERE e.card_id = :id
                 ORDER BY e.at DESC, e.kind DESC
                 LIMIT :limit
                """)
                .param("id", id.value())
                .param("limit", HISTORY_MAX)
                .query((row, number) -> new GiftCard.Entry(
                        GiftCard.Entry.Kind.valueOf(row.getString("kind")),
                        Money.of(row.getLong("amount"), row.getString("currency")),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The card's new version, if this changed it. */
    Optional<Long> block(GiftCardId id, boolean blocked) {
        return database.sql("""
                UPDATE giftcards.card SET blocked = :blocked, version = version + 1
                 WHERE id = :id AND blocked <> :blocked
                RETURNING version
                """)
                .param("id", id.value())
                .param("blocked", blocked)
                .query(Long.class)
                .optional();
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static GiftCard card(ResultSet row, int number) throws SQLException {
        var currency = row.getString("currency");
        return new GiftCard(
                new GiftCardId(row.getLong("id")),
                row.getString("ending"),
                Money.of(row.getLong("loaded"), currency),
                Money.of(row.getLong("balance"), currency),
                Money.of(row.getLong("held"), currency),
                row.getBoolean("blocked"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}
