package io.stoa.customers;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.stoa.shared.CustomerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
