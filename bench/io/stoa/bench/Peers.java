package io.stoa.bench;

import io.stoa.database.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;

/** Tables equal to Stoa's, in a schema of their own, for those who write the same facts by hand. */
final class Peers {

    private Peers() {}

    /** Copies of the tables that an order touches, with the same stock, the same indexes and the same checks; analysed. */
    static void create(DatabaseAddress address, String schema) throws SQLException {
        try (var connection = address.connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
            copy(connection, schema, "stock", "inventory.stock", 70);
            copy(connection, schema, "hold", "inventory.hold", 70);
            copy(connection, schema, "orders", "orders.orders", 80);
            copy(connection, schema, "line", "orders.line", 80);
            copy(connection, schema, "payment", "payments.payment", 100);
            copy(connection, schema, "log", "events.log", 100);
            statement.execute("CREATE SEQUENCE " + schema + ".log_seq");
            statement.execute("ALTER TABLE %1$s.log ALTER seq SET DEFAULT nextval('%1$s.log_seq')".formatted(schema));
            statement.execute("CREATE SEQUENCE " + schema + ".id");
            statement.execute("INSERT INTO " + schema + ".stock SELECT * FROM inventory.stock");
            statement.execute("ANALYZE");
        }
    }

    private static void copy(Connection connection, String schema, String name, String original, int fill)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE %s.%s (LIKE %s INCLUDING ALL) WITH (fillfactor = %d)"
                    .formatted(schema, name, original, fill));
        }
    }

    /** A connection whose statements are prepared at the server from their first use. */
    static Connection connect(DatabaseAddress address) throws SQLException {
        var options = new java.util.HashMap<>(address.options());
        options.put("prepareThreshold", "1");
        return new DatabaseAddress(
                        address.host(), address.port(), address.database(), address.user(), address.password(), options)
                .connect();
    }
}
