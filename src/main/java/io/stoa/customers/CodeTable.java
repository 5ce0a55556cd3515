package io.stoa.customers;

import io.stoa.shared.CustomerId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of codes and links that were mailed or texted. */
@Component
class CodeTable {

    static final int ATTEMPTS_MAX = 5;

    private final JdbcClient database;

    CodeTable(JdbcClient database) {
        this.database = database;
    }

    /** What a code is for. */
    enum Purpose {
        SIGN_IN,
        SIGN_UP,
        PASSWORD,
        ADDRESS,
        PHONE
    }

    /**
     * A code about to be kept; {@code proof} in hexadecimal digits, {@code wish} is what somebody who is nobody yet asked for,
     * sealed.
     */
    record Fresh(
            long id,
            Purpose purpose,
            String email,
            @Nullable CustomerId person,
            String proof,
            @Nullable String wish,
            Instant end) {}

    /** A code that somebody tries. */
    record Tried(long id, @Nullable Long person, @Nullable String wish, String proof) {}

    void insert(Fresh code, Instant now) {
        var person = code.person();
        var _ = database.sql("""
                INSERT INTO customers.code (id, purpose, email, person, proof, wish, made_at, ends_at)
                VALUES (:id, :purpose, :email, :person, decode(:proof, 'hex'), :wish, :now, :end)
                """)
                .param("id", code.id())
                .param("purpose", code.purpose().name())
                .param("email", code.email())
                .param("person", person == null ? null : person.value())
                .param("proof", code.proof())
                .param("wish", code.wish())
                .param("now", at(now))
                .param("end", at(code.end()))
                .update();
    }

    /** How many went to an address or number since. */
    int sent(String email, Instant since) {
        return database.sql("SELECT count(*) FROM customers.code WHERE email = :email AND made_at > :since")
                .param("email", email)
                .param("since", at(since))
                .query(Integer.class)
                .single();
    }

    /** Counts a try of the newest code, of one person if it must be theirs, whether there is one or not in one statement; empty when it may not be tried any more. */
    Optional<Tried> tryOne(Purpose purpose, String email, @Nullable CustomerId person, Instant now) {
        return database.sql("""
                UPDATE customers.code
                   SET attempts = attempts + 1
                 WHERE id = (SELECT max(id)
                              FROM customers.code
                             WHERE email = :email AND purpose = :purpose AND (:person::bigint IS NULL OR person = :person))
                   AND open AND ends_at > :now AND attempts < :most
                RETURNING id, person, wish, encode(proof, 'hex') AS proof
                """)
                .param("email", email)
                .param("purpose", purpose.name())
                .param("person", person == null ? null : person.value())
                .param("now", at(now))
                .param("most", ATTEMPTS_MAX)
                .query((row, n) -> new Tried(
                        row.getLong("id"),
                        row.getObject("person", Long.class),
                        row.getString("wish"),
                        row.getString("proof")))
                .optional();
    }

    /** False when another was faster: a code lets in once. */
    boolean use(long id) {
        return database.sql("UPDATE customers.code SET open = false WHERE id = :id AND open").param("id", id).update() == 1;
    }

    Optional<CustomerId> byLink(byte[] proof, Instant now) {
        return database.sql("""
                SELECT person FROM customers.code WHERE proof = :proof AND purpose = 'PASSWORD' AND open AND ends_at > :now
                """)
                .param("proof", proof)
                .param("now", at(now))
                .query(Long.class)
                .optional()
                .map(CustomerId::new);
    }

    Optional<CustomerId> useLink(byte[] proof, Instant now) {
        return database.sql("""
                UPDATE customers.code
                   SET open = false
                 WHERE proof = :proof AND purpose = 'PASSWORD' AND open AND ends_at > :now
                RETURNING person
                """)
                .param("proof", proof)
                .param("now", at(now))
                .query(Long.class)
                .optional()
                .map(CustomerId::new);
    }

    void close(CustomerId person) {
        var _ = database.sql("UPDATE customers.code SET open = false WHERE person = :person AND open")
                .param("person", person.value())
                .update();
    }

    void forget(Instant before) {
        var _ = database.sql("DELETE FROM customers.code WHERE ends_at < :before").param("before", at(before)).update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
