package io.stoa.sms;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of the outbox of text messages. */
@Component
class SmsTable {

    private final JdbcClient database;

    SmsTable(JdbcClient database) {
        this.database = database;
    }

    /** False when a message of this key is there already. */
    boolean insert(long id, Text text, String sealed, Instant now) {
        return database.sql("""
                INSERT INTO sms.message (id, key, kind, recipient, words, secret, customer, due_at, valid_until, written_at)
                VALUES (:id, :key, :kind, :to, :words, :secret, :customer, :now, :until, :now)
                ON CONFLICT (key) DO NOTHING
                """)
                        .param("id", id)
                        .param("key", text.key())
                        .param("kind", text.kind())
                        .param("to", text.to())
                        .param("words", text.words())
                        .param("secret", sealed)
                        .param("customer", text.customer() == null ? null : text.customer().value())
                        .param("until", at(text.validUntil()))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Takes out what is due, oldest first, for so long: who does not say what became of it leaves it unclear to the next. */
    List<Envelope> take(Instant now, Duration lease, int limit) {
        return database.sql("""
                WITH due AS (
                  SELECT id, unclear
                    FROM sms.message
                   WHERE state = 'WAITING' AND due_at <= :now
                   ORDER BY due_at
                   LIMIT :limit
                     FOR UPDATE SKIP LOCKED
                )
                UPDATE sms.message AS message
                   SET due_at = :until, attempts = attempts + 1, unclear = true
                  FROM due
                 WHERE message.id = due.id
                RETURNING message.id, kind, recipient, words, secret, attempts, due.unclear
                """)
                .param("now", at(now))
                .param("until", at(now.plus(lease)))
                .param("limit", limit)
                .query((row, n) -> new Envelope(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("recipient"),
                        row.getString("words"),
                        row.getString("secret"),
                        row.getInt("attempts"),
                        row.getBoolean("unclear")))
                .list();
    }

    /** The end of a message; its secret is forgotten. False when it had ended before. */
    boolean end(long id, SmsState state, @Nullable String cause, Instant now) {
        return database.sql("""
                UPDATE sms.message
                   SET state = :state, cause = :cause, ended_at = :now, secret = NULL
                 WHERE id = :id AND state = 'WAITING'
                """)
                        .param("state", state.name())
                        .param("cause", cause)
                        .param("now", at(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    void postpone(long id, Instant due, String cause, boolean unclear) {
        var _ = database.sql("""
                UPDATE sms.message
                   SET due_at = :due, cause = :cause, unclear = :unclear
                 WHERE id = :id AND state = 'WAITING'
                """)
                .param("due", at(due))
                .param("cause", cause)
                .param("unclear", unclear)
                .param("id", id)
                .update();
    }

    /** Later again; what was no message's fault is no try of it. */
    void rest(long id, Instant due, boolean unclear) {
        var _ = database.sql("""
                UPDATE sms.message
                   SET due_at = :due, attempts = attempts - 1, unclear = :unclear
                 WHERE id = :id AND state = 'WAITING'
                """)
                .param("due", at(due))
                .param("unclear", unclear)
                .param("id", id)
                .update();
    }

    /** Ends what is not worth sending any more. */
    void lapse(Instant now) {
        var _ = database.sql("""
                UPDATE sms.message
                   SET state = 'LAPSED', ended_at = :now, secret = NULL
                 WHERE state = 'WAITING' AND valid_until <= :now
                """).param("now", at(now)).update();
    }

    int forget(Instant before, int limit) {
        return database.sql("""
                DELETE FROM sms.message
                 WHERE id IN (SELECT id FROM sms.message WHERE state <> 'WAITING' AND ended_at < :before LIMIT :limit)
                """)
                .param("before", at(before))
                .param("limit", limit)
                .update();
    }

    /** A message and its secret, still sealed. */
    record Kept(SentText text, @Nullable String sealed) {}

    /** Newest first. */
    List<Kept> list(long before, int limit) {
        return database.sql("""
                SELECT id, kind, recipient, words, secret, state, attempts, cause, written_at
                  FROM sms.message
                 WHERE id < :before
                 ORDER BY id DESC
                 LIMIT :limit
                """)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> new Kept(
                        new SentText(
                                row.getLong("id"),
                                row.getString("kind"),
                                row.getString("recipient"),
                                row.getString("words"),
                                SmsState.valueOf(row.getString("state")),
                                row.getInt("attempts"),
                                row.getString("cause"),
                                row.getObject("written_at", OffsetDateTime.class).toInstant()),
                        row.getString("secret")))
                .list();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
