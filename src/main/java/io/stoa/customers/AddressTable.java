package io.stoa.customers;

import io.stoa.shared.CustomerId;
import io.stoa.shared.Json;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of addresses. */
@Component
class AddressTable {

    private final JdbcClient database;

    AddressTable(JdbcClient database) {
        this.database = database;
    }

    /** An address and whose it is. */
    record Owned(long person, PostalAddress address) {}

    /** Writes all in one statement. */
    void insert(List<Owned> addresses) {
        database.sql("""
                INSERT INTO customers.address (person, position, name, line1, line2, city, region, postcode, country)
                SELECT person, row_number() OVER (), name, line1, line2, city, region, postcode, country
                  FROM jsonb_to_recordset(:all::jsonb) AS given
                       (person bigint, name text, line1 text, line2 text, city text, region text, postcode text, country text)
                """)
                .param(
                        "all",
                        Json.write(addresses.stream().map(AddressTable::row).toList()))
                .update();
    }

    void replace(CustomerId person, List<PostalAddress> addresses) {
        database.sql("DELETE FROM customers.address WHERE person = :person")
                .param("person", person.value())
                .update();
        insert(addresses.stream()
                .map(address -> new Owned(person.value(), address))
                .toList());
    }

    private static Map<String, @Nullable Object> row(Owned owned) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("person", owned.person());
        row.put("name", owned.address().name());
        row.put("line1", owned.address().line1());
        row.put("line2", owned.address().line2());
        row.put("city", owned.address().city());
        row.put("region", owned.address().region());
        row.put("postcode", owned.address().postcode());
        row.put("country", owned.address().country());
        return row;
    }

    List<Owned> of(Collection<Long> persons) {
        return database.sql("""
                SELECT person, name, line1, line2, city, region, postcode, country
                  FROM customers.address
                 WHERE person = ANY (:persons)
                 ORDER BY person, position
                """)
                .param("persons", persons.toArray(Long[]::new))
                .query((row, number) -> new Owned(
                        row.getLong("person"),
                        new PostalAddress(
                                row.getString("name"),
                                row.getString("line1"),
                                row.getString("line2"),
                                row.getString("city"),
                                row.getString("region"),
                                row.getString("postcode"),
                                row.getString("country"))))
                .list();
    }
}
