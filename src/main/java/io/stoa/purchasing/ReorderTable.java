package io.stoa.purchasing;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code purchasing.reorder_point}, and what stands in drafts. */
@Component
class ReorderTable {

    private final JdbcClient database;

    /** Where pieces of a draft are to go. */
    record Place(Sku sku, LocationId location) {}

    ReorderTable(JdbcClient database) {
        this.database = database;
    }

    void save(ReorderPoint point) {
        database.sql("""
                INSERT INTO purchasing.reorder_point (sku, location, supplier, point, up_to)
                VALUES (:sku, :location, :supplier, :point, :upTo)
                ON CONFLICT (sku, location) DO UPDATE
                   SET supplier = excluded.supplier, point = excluded.point, up_to = excluded.up_to
                """)
                .param("sku", point.sku().value())
                .param("location", point.location().value())
                .param("supplier", point.supplier().value())
                .param("point", point.point())
                .param("upTo", point.upTo())
                .update();
    }

    boolean remove(Sku sku, LocationId location) {
        return database.sql("DELETE FROM purchasing.reorder_point WHERE sku = :sku AND location = :location")
                        .param("sku", sku.value())
                        .param("location", location.value())
                        .update()
                == 1;
    }

    List<ReorderPoint> all(int limit) {
        return database.sql("""
                SELECT sku, location, supplier, point, up_to FROM purchasing.reorder_point
                 ORDER BY supplier, location, sku LIMIT :limit
                """).param("limit", limit).query(ReorderTable::point).list();
    }

    /** Whoever drafts from points waits for whoever does, until the end of the transaction. */
    void lock() {
        database.sql("LOCK TABLE purchasing.reorder_point IN SHARE ROW EXCLUSIVE MODE").update();
    }

    Map<Place, Integer> drafted() {
        var drafted = new HashMap<Place, Integer>();
        database.sql("""
                SELECT l.sku, p.location, SUM(l.ordered) AS pieces
                  FROM purchasing.purchase_order p JOIN purchasing.line l ON l.purchase_order = p.id
                 WHERE p.state = 'DRAFTED'
                 GROUP BY l.sku, p.location
                """)
                .query(row -> {
                    drafted.put(new Place(new Sku(row.getString(1)), new LocationId(row.getString(2))), row.getInt(3));
                });
        return drafted;
    }

    private static ReorderPoint point(ResultSet row, int number) throws SQLException {
        return new ReorderPoint(
                new Sku(row.getString("sku")),
                new LocationId(row.getString("location")),
                new SupplierId(row.getLong("supplier")),
                row.getInt("point"),
                row.getInt("up_to"));
    }
}
