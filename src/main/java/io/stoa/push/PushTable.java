package io.stoa.push;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of this module. */
@Component
class PushTable {

    private final JdbcClient database;

    PushTable(JdbcClient database) {
        this.database = database;
    }

    /** One that is due, with where it goes. */
    record Due(long id, long subscriber, Subscription browser, String payload, int attempts, Instant until) {}

    Optional<String> key() {
        return database.sql("SELECT sealed FROM push.house_key").query(String.class).optional();
    }

    void keepKey(String sealed) {
        var _ = database.sql("INSERT INTO push.house_key (sealed) VALUES (:sealed) ON CONFLICT DO NOTHING")
                .param("sealed", sealed)
                .update();
    }

    void subscribe(long id, Subscription browser, String topic, String language, Instant now) {
        var _ = database.sql("""
                WITH browser AS (
                    INSERT INTO push.subscription (id, endpoint, p256dh, auth, language, since)
                    VALUES (:id, :endpoint, :p256dh, :auth, :language, :now)
                    ON CONFLICT (endpoint) DO UPDATE
                       SET p256dh = EXCLUDED.p256dh, auth = EXCLUDED.auth, language = EXCLUDED.language
                    RETURNING id)
                INSERT INTO push.interest (subscription, topic)
                SELECT id, :topic FROM browser
                ON CONFLICT DO NOTHING
                """)
                .param("id", id)
                .param("endpoint", browser.endpoint())
                .param("p256dh", browser.p256dh())
                .param("auth", browser.auth())
                .param("language", language)
                .param("topic", topic)
                .param("now", at(now))
                .update();
    }

    /** The same browser at another address; false when nobody knows the old one, or the new one is known itself. */
    boolean move(String from, Subscription browser) {
        return database.sql("""
                UPDATE push.subscription
                   SET endpoint = :endpoint, p256dh = :p256dh, auth = :auth
                 WHERE endpoint = :from
                   AND NOT EXISTS (SELECT FROM push.subscription WHERE endpoint = :endpoint)
                """)
                        .param("from", from)
                        .param("endpoint", browser.endpoint())
                        .param("p256dh", browser.p256dh())
                        .param("auth", browser.auth())
                        .update()
                == 1;
    }

    void unsubscribe(String endpoint, String topic) {
        var _ = database.sql("""
                DELETE FROM push.interest
                 WHERE topic = :topic AND subscription IN (SELECT id FROM push.subscription WHERE endpoint = :endpoint)
                """).param("topic", topic).param("endpoint", endpoint).update();
    }

    /** Its push service knows it no more. */
    void forget(long subscriber) {
        var _ = database.sql("DELETE FROM push.subscription WHERE id = :id").param("id", subscriber).update();
    }

    List<Subscriber> interested(Collection<String> topics) {
        return database.sql("""
                SELECT DISTINCT ON (i.topic, s.id) s.id, i.topic, s.language
                  FROM push.interest i
                  JOIN push.subscription s ON s.id = i.subscription
                 WHERE i.topic = ANY (:topics)
                """)
                .param("topics", topics.toArray(String[]::new))
                .query((row, n) -> new Subscriber(row.getLong("id"), row.getString("topic"), row.getString("language")))
                .list();
    }

    boolean insert(long id, String key, long subscriber, String payload, Instant now, Instant until) {
        return database.sql("""
                INSERT INTO push.message (id, key, subscription, payload, due_at, valid_until)
                SELECT :id, :key, s.id, :payload, :now, :until
                  FROM push.subscription s
                 WHERE s.id = :subscriber
                ON CONFLICT (subscription, key) DO NOTHING
                """)
                        .param("id", id)
                        .param("key", key)
                        .param("subscriber", subscriber)
                        .param("payload", payload)
                        .param("now", at(now))
                        .param("until", at(until))
                        .update()
                == 1;
    }

    /** Takes out what is due for so long: who does not say what became of it gives it to the next. */
    List<Due> take(Instant now, Duration lease, int limit) {
        return database.sql("""
                UPDATE push.message m
                   SET due_at = :lease, attempts = m.attempts + 1
                  FROM push.subscription s
                 WHERE s.id = m.subscription
                   AND m.id IN (SELECT id
                                  FROM push.message
                                 WHERE state = 'WAITING' AND due_at <= :now AND valid_until > :now
                                 ORDER BY due_at
                                 LIMIT :limit
                                   FOR UPDATE SKIP LOCKED)
                RETURNING m.id, m.subscription, s.endpoint, s.p256dh, s.auth, m.payload, m.attempts, m.valid_until
                """)
                .param("now", at(now))
                .param("lease", at(now.plus(lease)))
                .param("limit", limit)
                .query((row, n) -> new Due(
                        row.getLong("id"),
                        row.getLong("subscription"),
                        new Subscription(row.getString("endpoint"), row.getString("p256dh"), row.getString("auth")),
                        row.getString("payload"),
                        row.getInt("attempts"),
                        row.getObject("valid_until", OffsetDateTime.class).toInstant()))
                .list();
    }

    void postpone(long id, Instant due, String cause) {
        var _ = database.sql("UPDATE push.message SET due_at = :due, cause = :cause WHERE id = :id AND state = 'WAITING'")
                .param("due", at(due))
                .param("cause", cause)
                .param("id", id)
                .update();
    }

    /** Its words are forgotten, its key stays, so that it is not written again. */
    void end(long id, String state, String cause) {
        var _ = database.sql("""
                UPDATE push.message SET state = :state, cause = :cause, payload = '' WHERE id = :id AND state = 'WAITING'
                """).param("state", state).param("cause", cause).param("id", id).update();
    }

    /** What is worth nothing any more: messages a month after their time, and browsers that nobody wants to hear with. */
    void tidy(Instant now, Duration kept) {
        var _ = database.sql("DELETE FROM push.message WHERE valid_until < :before").param("before", at(now.minus(kept))).update();
        var _ = database.sql("""
                DELETE FROM push.subscription s
                 WHERE s.since < :before AND NOT EXISTS (SELECT FROM push.interest i WHERE i.subscription = s.id)
                """).param("before", at(now.minus(kept))).update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
