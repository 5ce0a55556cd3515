package io.stoa.mail;

import io.stoa.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of the outbox. */
@Component
class OutboxTable {

    private static final String SHOWN = """
            SELECT id, kind, recipient, name, language, subject, state, attempts, due_at, cause, order_id, written_at, ended_at
              FROM mail.message
            """;

    /** Whose receiver's address begins like what was typed. */
    private static final String BEGINS = " AND lower(recipient) COLLATE \"C\" BETWEEN lower(:to) AND lower(:to) || U&'\\FFFF'";

    /** So many are sorted in a moment; of more the newest stand near the end of the table. */
    private static final int FEW = 2_000;

    private final JdbcClient database;

    OutboxTable(JdbcClient database) {
        this.database = database;
    }

    /** False when a message of this key is there already. */
    boolean insert(long id, String messageId, Letter letter, Body body, @Nullable String sealed, Instant now) {
        return database.sql("""
                INSERT INTO mail.message (id, key, kind, message_id, recipient, name, language, subject, html, plain, secret,
                                          customer, order_id, due_at, valid_until, written_at)
                VALUES (:id, :key, :kind, :messageId, :recipient, :name, :language, :subject, :html, :plain, :secret,
                        :customer, :order, :now, :until, :now)
                ON CONFLICT (key) DO NOTHING
                """)
                        .param("id", id)
                        .param("key", letter.key())
                        .param("kind", letter.kind())
                        .param("messageId", messageId)
                        .param("recipient", letter.to().address())
                        .param("name", letter.to().name())
                        .param("language", letter.language())
                        .param("subject", letter.subject())
                        .param("html", body.html())
                        .param("plain", body.plain())
                        .param("secret", sealed)
                        .param(
                                "customer",
                                letter.customer() == null
                                        ? null
                                        : letter.customer().value())
                        .param(
                                "order",
                                letter.order() == null ? null : letter.order().value())
                        .param("until", letter.validUntil() == null ? null : at(letter.validUntil()))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Takes out what is due, oldest first, for so long: who does not say what became of it gives it to the next. */
    List<Envelope> take(Instant now, Duration lease, int limit) {
        return database.sql("""
                UPDATE mail.message
                   SET due_at = :until, attempts = attempts + 1
                 WHERE id IN (SELECT id
                                FROM mail.message
                               WHERE state = 'WAITING' AND due_at <= :now
                               ORDER BY due_at
                               LIMIT :limit
                                 FOR UPDATE SKIP LOCKED)
                RETURNING id, kind, message_id, recipient, name, language, subject, html, plain, secret, attempts
                """)
                .param("now", at(now))
                .param("until", at(now.plus(lease)))
                .param("limit", limit)
                .query((row, n) -> new Envelope(
                        row.getLong("id"),
                        row.getString("kind"),
                        row.getString("message_id"),
                        new Recipient(row.getString("name"), row.getString("recipient")),
                        row.getString("language"),
                        row.getString("subject"),
                        new Body(row.getString("html"), row.getString("plain")),
                        row.getString("secret"),
                        row.getInt("attempts")))
                .list();
    }

    /** The end of a message; its secret is forgotten unless it may be of use yet. False when it had ended before. */
    boolean end(long id, MessageState state, @Nullable String cause, Instant now) {
        return database.sql("""
                UPDATE mail.message
                   SET state = :state, cause = :cause, ended_at = :now,
                       secret = CASE WHEN :state = 'FAILED' AND valid_until IS NULL THEN secret END
                 WHERE id = :id AND state = 'WAITING'
                """)
                        .param("state", state.name())
                        .param("cause", cause)
                        .param("now", at(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Later again; what was no message's fault is no try of it. */
    void postpone(long id, Instant due, String cause, boolean counted) {
        var _ = database.sql("""
                UPDATE mail.message
                   SET due_at = :due, cause = :cause, attempts = attempts - :uncounted
                 WHERE id = :id AND state = 'WAITING'
                """)
                .param("due", at(due))
                .param("cause", cause)
                .param("uncounted", counted ? 0 : 1)
                .param("id", id)
                .update();
    }

    /** Ends what is not worth sending any more. */
    void lapse(Instant now) {
        var _ = database.sql("""
                UPDATE mail.message
                   SET state = 'LAPSED', ended_at = :now, secret = NULL
                 WHERE state = 'WAITING' AND valid_until <= :now
                """).param("now", at(now)).update();
    }

    /** Forgets what ended before a time. */
    int forget(Instant before, int limit) {
        return database.sql("""
                DELETE FROM mail.message
                 WHERE id IN (SELECT id FROM mail.message WHERE state <> 'WAITING' AND ended_at < :before LIMIT :limit)
                """)
                .param("before", at(before))
                .param("limit", limit)
                .update();
    }

    /** Puts one that failed or was sent in the queue again, in front; false when it waits already, or its secret is forgotten. */
    boolean again(long id, Instant now) {
        return database.sql("""
                UPDATE mail.message
                   SET state = 'WAITING', attempts = 0, due_at = :now, ended_at = NULL
                 WHERE id = :id AND state IN ('SENT', 'FAILED') AND valid_until IS NULL
                   AND (secret IS NOT NULL OR position(:mark IN html) = 0)
                """)
                        .param("mark", Letter.MARK)
                        .param("now", at(now))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Newest first; of receivers whose address begins like this, capitals or not. */
    List<Message> list(@Nullable MessageState state, String to, long before, int limit) {
        var some = to.isEmpty() ? List.<Long>of() : to(to, before);
        boolean few = !to.isEmpty() && some.size() <= FEW;
        return few && some.isEmpty()
                ? List.of()
                : database.sql(SHOWN + " WHERE id < :before"
                                + (state == null ? "" : " AND state = :state")
                                + (to.isEmpty() ? "" : few ? " AND id = ANY(:ids)" : BEGINS)
                                + " ORDER BY id DESC LIMIT :limit")
                        .param("state", state == null ? null : state.name(), Types.VARCHAR)
                        .param("to", to)
                        .param("ids", some.toArray(Long[]::new))
                        .param("before", before)
                        .param("limit", limit)
                        .query(OutboxTable::message)
                        .list();
    }

    /** At most one more than few. Those of few letters are known at once; where there are many, the newest are soon met. */
    private List<Long> to(String begin, long before) {
        return database.sql("SELECT id FROM mail.message WHERE id < :before" + BEGINS + " ORDER BY lower(recipient) COLLATE \"C\", id LIMIT :most")
                .param("to", begin)
                .param("before", before)
                .param("most", FEW + 1)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    Optional<Message> find(long id) {
        return database.sql(SHOWN + " WHERE id = :id")
                .param("id", id)
                .query(OutboxTable::message)
                .optional();
    }

    /** What the reader sees, its secret still sealed. */
    record Written(Body body, @Nullable String sealed) {}

    Optional<Written> written(long id) {
        return database.sql("SELECT html, plain, secret FROM mail.message WHERE id = :id")
                .param("id", id)
                .query((row, n) ->
                        new Written(new Body(row.getString("html"), row.getString("plain")), row.getString("secret")))
                .optional();
    }

    /** How many waited and failed; those that were sent are not counted. */
    Map<MessageState, Long> open() {
        var counts = new EnumMap<MessageState, Long>(MessageState.class);
        database.sql(
                        "SELECT state, count(*) AS number FROM mail.message WHERE state IN ('WAITING', 'FAILED') GROUP BY state")
                .query(row -> {
                    counts.put(MessageState.valueOf(row.getString("state")), row.getLong("number"));
                });
        return counts;
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        var order = row.getObject("order_id", Long.class);
        return new Message(
                row.getLong("id"),
                row.getString("kind"),
                new Recipient(row.getString("name"), row.getString("recipient")),
                row.getString("language"),
                row.getString("subject"),
                MessageState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getString("cause"),
                order == null ? null : new OrderId(order),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
