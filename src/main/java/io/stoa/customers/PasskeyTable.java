package io.stoa.customers;

import io.stoa.shared.CustomerId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of passkeys and of what they are asked to sign. */
@Component
class PasskeyTable {

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient database;

    PasskeyTable(JdbcClient database) {
        this.database = database;
    }

    /** A key as it is checked: its id there and its public half, both as hexadecimal digits. */
    record Kept(long id, CustomerId person, String credential, String data, long counter, boolean eligible, boolean backedUp) {}

    /** False when this key is there already. */
    boolean insert(Kept key, String device, Instant now) {
        return database.sql("""
                INSERT INTO customers.passkey (id, person, credential, data, counter, eligible, backed_up, device, made_at)
                VALUES (:id, :person, decode(:credential, 'hex'), decode(:data, 'hex'), :counter, :eligible, :backedUp, :device, :now)
                ON CONFLICT (credential) DO NOTHING
                """)
                        .param("id", key.id())
                        .param("person", key.person().value())
                        .param("credential", key.credential())
                        .param("data", key.data())
                        .param("counter", key.counter())
                        .param("eligible", key.eligible())
                        .param("backedUp", key.backedUp())
                        .param("device", device)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** Locks it, so that its counter goes up for one at a time. */
    Optional<Kept> lock(byte[] credential) {
        return database.sql("""
                SELECT id, person, encode(credential, 'hex') AS credential, encode(data, 'hex') AS data, counter, eligible, backed_up
                  FROM customers.passkey
                 WHERE credential = :credential
                   FOR UPDATE
                """)
                .param("credential", credential)
                .query((row, n) -> new Kept(
                        row.getLong("id"),
                        new CustomerId(row.getLong("person")),
                        row.getString("credential"),
                        row.getString("data"),
                        row.getLong("counter"),
                        row.getBoolean("eligible"),
                        row.getBoolean("backed_up")))
                .optional();
    }

    void used(long id, long counter, Instant now) {
        var _ = database.sql("UPDATE customers.passkey SET counter = :counter, used_at = :now WHERE id = :id")
                .param("counter", counter)
                .param("now", at(now))
                .param("id", id)
                .update();
    }

    /** Oldest first. */
    List<Passkey> of(CustomerId person) {
        return database.sql("SELECT id, device, made_at, used_at FROM customers.passkey WHERE person = :person ORDER BY id")
                .param("person", person.value())
                .query((row, n) -> {
                    var used = row.getObject("used_at", OffsetDateTime.class);
                    return new Passkey(
                            row.getLong("id"),
                            row.getString("device"),
                            row.getObject("made_at", OffsetDateTime.class).toInstant(),
                            used == null ? null : used.toInstant());
                })
                .list();
    }

    boolean delete(CustomerId person, long id) {
        return database.sql("DELETE FROM customers.passkey WHERE id = :id AND person = :person")
                        .param("id", id)
                        .param("person", person.value())
                        .update()
                == 1;
    }

    void ask(byte[] proof, @Nullable CustomerId person, Instant end) {
        var _ = database.sql("INSERT INTO customers.challenge (proof, person, ends_at) VALUES (:proof, :person, :end)")
                .param("proof", proof)
                .param("person", person == null ? null : person.value())
                .param("end", at(end))
                .update();
    }

    /** Whether it was asked, of this person or of nobody in particular; it is not asked any more. */
    boolean answered(byte[] proof, @Nullable CustomerId person, Instant now) {
        return database.sql("""
                DELETE FROM customers.challenge
                 WHERE proof = :proof AND ends_at > :now AND person IS NOT DISTINCT FROM :person::bigint
                """)
                        .param("proof", proof)
                        .param("person", person == null ? null : person.value())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    void forget(Instant before) {
        var _ = database.sql("DELETE FROM customers.challenge WHERE ends_at < :before").param("before", at(before)).update();
    }

    static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    static byte[] bytes(String hex) {
        return HEX.parseHex(hex);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
