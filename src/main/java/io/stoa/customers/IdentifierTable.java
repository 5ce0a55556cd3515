package io.stoa.customers;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.shared.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of e-mails, phones and cards. */
@Component
class IdentifierTable {

    private final JdbcClient database;

    IdentifierTable(JdbcClient database) {
        this.database = database;
    }

    /** An identifier and whose it is. */
    record Owned(long person, Identifier identifier) {}

    /** Writes what belongs to nobody yet, in one statement, ordered after so many earlier ones; answers how many were written. */
    @CanIgnoreReturnValue
    int insert(List<Owned> identifiers, int after) {
        return database.sql("""
                INSERT INTO customers.identifier (kind, value, original, person, position)
                SELECT kind, value, original, person, position + :after
                  FROM unnest(:kinds::text[], :values::text[], :originals::text[], :persons::bigint[])
                       WITH ORDINALITY AS given (kind, value, original, person, position)
                 ORDER BY kind, value
                ON CONFLICT (kind, value) DO NOTHING
                """)
                .param(
                        "kinds",
                        identifiers.stream()
                                .map(owned -> owned.identifier().kind().name())
                                .toArray(String[]::new))
                .param(
                        "values",
                        identifiers.stream()
                                .map(owned -> owned.identifier().value())
                                .toArray(String[]::new))
                .param(
                        "originals",
                        identifiers.stream()
                                .map(owned -> owned.identifier().original())
                                .toArray(String[]::new))
                .param("persons", identifiers.stream().map(Owned::person).toArray(Long[]::new))
                .param("after", after)
                .update();
    }

    /** Takes one away from a person; false when they have no such. */
    boolean remove(CustomerId person, Identifier identifier) {
        return database.sql("DELETE FROM customers.identifier WHERE person = :person AND kind = :kind AND value = :value")
                        .param("person", person.value())
                        .param("kind", identifier.kind().name())
                        .param("value", identifier.value())
                        .update()
                > 0;
    }

    /** Puts one in the place of another of its kind, or of none; false when it belongs to somebody, themselves included. */
    boolean replace(CustomerId person, @Nullable Identifier old, Identifier fresh) {
        return database.sql("""
                WITH gone AS (
                  DELETE FROM customers.identifier
                   WHERE person = :person AND kind = :kind AND value = :old
                  RETURNING position
                )
                INSERT INTO customers.identifier (kind, value, original, person, position)
                VALUES (:kind, :value, :original, :person, coalesce((SELECT position FROM gone), 1))
                ON CONFLICT (kind, value) DO NOTHING
                """)
                        .param("person", person.value())
                        .param("kind", fresh.kind().name())
                        .param("old", old == null ? null : old.value())
                        .param("value", fresh.value())
                        .param("original", fresh.original())
                        .update()
                == 1;
    }

    /** Notes that a number is its owner's; false when they have no such. */
    boolean confirm(CustomerId person, String phone) {
        return database.sql("""
                UPDATE customers.identifier
                   SET confirmed_at = now()
                 WHERE person = :person AND kind = 'PHONE' AND value = :phone
                """)
                        .param("person", person.value())
                        .param("phone", phone)
                        .update()
                == 1;
    }

    List<String> confirmed(CustomerId person) {
        return database.sql("""
                SELECT value FROM customers.identifier WHERE person = :person AND kind = 'PHONE' AND confirmed_at IS NOT NULL
                """)
                .param("person", person.value())
                .query((row, number) -> row.getString("value"))
                .list();
    }

    Optional<CustomerId> owner(Identifier identifier) {
        return database.sql("SELECT person FROM customers.identifier WHERE kind = :kind AND value = :value")
                .param("kind", identifier.kind().name())
                .param("value", identifier.value())
                .query(Long.class)
                .optional()
                .map(CustomerId::new);
    }

    /** Oldest first within a person. */
    List<Owned> of(Collection<Long> persons) {
        return database.sql("""
                SELECT person, kind, value, original
                  FROM customers.identifier
                 WHERE person = ANY (:persons)
                 ORDER BY person, position, kind, value
                """)
                .param("persons", persons.toArray(Long[]::new))
                .query((row, number) -> new Owned(
                        row.getLong("person"),
                        new Identifier(
                                Identifier.Kind.valueOf(row.getString("kind")),
                                row.getString("value"),
                                row.getString("original"))))
                .list();
    }

    /** How many a person has; a new one comes after them. */
    int count(CustomerId person) {
        return database.sql("SELECT count(*) FROM customers.identifier WHERE person = :person")
                .param("person", person.value())
                .query(Integer.class)
                .single();
    }
}
