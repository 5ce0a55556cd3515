package io.stoa.customers;

import io.stoa.shared.CustomerId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of persons; what belongs to them is in {@link IdentifierTable} and {@link AddressTable}. */
@Component
class CustomerTable {

    private final JdbcClient database;

    CustomerTable(JdbcClient database) {
        this.database = database;
    }

    /** A person's row, without what belongs to them. */
    record Person(
            long id,
            @Nullable String externalId,
            String name,
            String language,
            @Nullable String store,
            boolean receipts,
            boolean hasPassword,
            long version,
            Instant since) {}

    /** A person about to be written. */
    record Draft(long id, NewCustomer customer) {}

    /** Writes those whose external id is new, in one statement, and answers the ids that were written. */
    List<Long> insert(List<Draft> drafts) {
        return database.sql("""
                INSERT INTO customers.person (id, external_id, name, folded_name, language)
                SELECT id, external_id, name, folded_name, language
                  FROM unnest(:ids::bigint[], :externals::text[], :names::text[], :folded::text[], :languages::text[])
                    AS draft (id, external_id, name, folded_name, language)
                ON CONFLICT (external_id) DO NOTHING
                RETURNING id
                """)
                .param("ids", drafts.stream().map(Draft::id).toArray(Long[]::new))
                .param("externals", texts(drafts, draft -> draft.customer().externalId()))
                .param("names", texts(drafts, draft -> draft.customer().name()))
                .param("folded", texts(drafts, draft -> folded(draft.customer().name())))
                .param("languages", texts(drafts, draft -> draft.customer().language()))
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    Map<String, Long> byExternalIds(Collection<String> externals) {
        var found = new HashMap<String, Long>();
        database.sql("SELECT external_id, id FROM customers.person WHERE external_id = ANY (:externals)")
                .param("externals", externals.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("external_id"), row.getLong("id"));
                });
        return found;
    }

    List<Person> byIds(Collection<Long> ids) {
        return database.sql("""
                SELECT id, external_id, name, language, store, receipts, password_hash IS NOT NULL AS has_password, version, created_at
                  FROM customers.person
                 WHERE id = ANY (:ids)
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query(CustomerTable::person)
                .list();
    }

    /** Persons with a word that begins so for every word given, or with a phone or card that ends so; by id. */
    List<Long> search(String words, String ending, long after, int limit) {
        return database.sql("""
                SELECT id
                  FROM (SELECT id
                          FROM customers.person
                         WHERE :words <> '' AND to_tsvector('simple', folded_name) @@ to_tsquery('simple', :words)
                        UNION
                        SELECT person
                          FROM customers.identifier
                         WHERE :ending <> '' AND kind <> 'EMAIL' AND reverse(value) LIKE reverse(:ending) || '%') AS found
                 WHERE id > :after
                 ORDER BY id
                 LIMIT :limit
                """)
                .param("words", words)
                .param("ending", ending)
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    /** Locks the person and counts one change; empty when there is no such person. */
    Optional<Long> touch(CustomerId id) {
        return database.sql("UPDATE customers.person SET version = version + 1 WHERE id = :id RETURNING version")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    /** The person is locked already. */
    void describe(CustomerId id, String name, Preferences wishes) {
        var store = wishes.store();
        var _ = database.sql("""
                UPDATE customers.person
                   SET name = :name, folded_name = :folded, language = :language, store = :store, receipts = :receipts
                 WHERE id = :id
                """)
                .param("name", name)
                .param("folded", folded(name))
                .param("language", wishes.language())
                .param("store", store == null ? null : store.value())
                .param("receipts", wishes.receipts())
                .param("id", id.value())
                .update();
    }

    boolean setPassword(CustomerId id, String hash) {
        return database.sql("UPDATE customers.person SET password_hash = :hash WHERE id = :id")
                        .param("hash", hash)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<String> passwordHash(CustomerId id) {
        return database.sql("SELECT password_hash FROM customers.person WHERE id = :id AND password_hash IS NOT NULL")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /** Lower case without accents, so that a till finds Müller by muller. */
    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String[] texts(List<Draft> drafts, Function<Draft, @Nullable String> text) {
        return drafts.stream().map(text).toArray(String[]::new);
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getLong("id"),
                row.getString("external_id"),
                row.getString("name"),
                row.getString("language"),
                row.getString("store"),
                row.getBoolean("receipts"),
                row.getBoolean("has_password"),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
