package io.stoa.purchasing;

import io.stoa.shared.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code purchasing.supplier}. */
@Component
class SupplierTable {

    private static final String SELECT = "SELECT id, name, email, lead_days, version FROM purchasing.supplier ";

    private final JdbcClient database;

    SupplierTable(JdbcClient database) {
        this.database = database;
    }

    List<Versioned<Supplier>> all(int limit) {
        return database.sql(SELECT + "ORDER BY lower(name), id LIMIT :limit")
                .param("limit", limit)
                .query(SupplierTable::supplier)
                .list();
    }

    Optional<Versioned<Supplier>> find(SupplierId id) {
        return database.sql(SELECT + "WHERE id = :id")
                .param("id", id.value())
                .query(SupplierTable::supplier)
                .optional();
    }

    Optional<Versioned<Supplier>> lock(SupplierId id) {
        return database.sql(SELECT + "WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(SupplierTable::supplier)
                .optional();
    }

    /** Answers the version that is there now. */
    long save(Supplier supplier) {
        return database.sql("""
                INSERT INTO purchasing.supplier AS s (id, name, email, lead_days, version)
                VALUES (:id, :name, :email, :days, 1)
                ON CONFLICT (id) DO UPDATE
                   SET name = excluded.name, email = excluded.email, lead_days = excluded.lead_days, version = s.version + 1
                RETURNING version
                """)
                .param("id", supplier.id().value())
                .param("name", supplier.name())
                .param("email", supplier.email(), Types.VARCHAR)
                .param("days", supplier.leadDays())
                .query(Long.class)
                .single();
    }

    private static Versioned<Supplier> supplier(ResultSet row, int number) throws SQLException {
        return new Versioned<>(
                new Supplier(
                        new SupplierId(row.getLong("id")), row.getString("name"), row.getString("email"), row.getInt("lead_days")),
                row.getLong("version"));
    }
}
