package io.stoa.database;

import io.stoa.TestDatabase;
import java.sql.SQLException;
import java.util.TreeMap;

/** A database as the first Stoa left it: only the first migration of each module. */
public final class OldDatabase {

    private OldDatabase() {}

    /** With one article on one shelf: so many by the counter, and so many by what was received. Answers its JDBC address. */
    public static String withShelf(int counted, int received) throws SQLException {
        var url = TestDatabase.create();
        var first = new TreeMap<String, String>();
        SchemaVersions.known().keySet().forEach(module -> first.put(module, "1"));
        Migrations.apply(DatabaseAddress.parse(url), first);
        try (var connection = DatabaseAddress.parse(url).connect();
                var statement = connection.createStatement()) {
            statement.execute("INSERT INTO inventory.stock (sku, location, on_hand) VALUES ('MUG', 'leeds', %d)".formatted(counted));
            statement.execute("""
                    INSERT INTO inventory.movement (id, sku, location, kind, on_hand, damaged, in_transit, reason)
                    VALUES ('first', 'MUG', 'leeds', 'RECEIVED', %d, 0, 0, 'delivery')
                    """.formatted(received));
        }
        return url;
    }
}
