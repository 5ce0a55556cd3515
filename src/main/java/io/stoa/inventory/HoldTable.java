package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code inventory.hold}. A hold row is always changed before the stock row that it counts in. */
@Component
class HoldTable {

    private final JdbcClient database;

    /** A hold row that a statement changed. */
    record Row(long owner, int line, Sku sku, LocationId location, int quantity, String state) {
        Demand demand() {
            return new Demand(line, sku, location, Quantity.of(quantity));
        }
    }

    HoldTable(JdbcClient database) {
        this.database = database;
    }

    void insert(List<HoldRequest> requests) {
        var rows = new ArrayList<Object[]>();
        for (var request : requests) {
            for (var demand : request.demands()) {
                rows.add(new Object[] {request, demand});
            }
        }
        database.sql("""
                INSERT INTO inventory.hold (owner, line, sku, location, quantity, state, expires_at)
                SELECT h.owner, h.line, h.sku, h.location, h.quantity, 'HELD', h.expires_at
                  FROM unnest(:owners::bigint[], :lines::int[], :skus::text[], :locations::text[], :quantities::int[],
                              :ends::timestamptz[]) AS h (owner, line, sku, location, quantity, expires_at)
                """)
                .param("owners", rows.stream().map(r -> request(r).owner()).toArray(Long[]::new))
                .param("lines", rows.stream().map(r -> demand(r).line()).toArray(Integer[]::new))
                .param("skus", rows.stream().map(r -> demand(r).sku().value()).toArray(String[]::new))
                .param(
                        "locations",
                        rows.stream().map(r -> demand(r).location().value()).toArray(String[]::new))
                .param(
                        "quantities",
                        rows.stream().map(r -> demand(r).quantity().units()).toArray(Integer[]::new))
                .param(
                        "ends",
                        rows.stream().map(r -> request(r).until().toString()).toArray(String[]::new))
                .update();
    }

    /** Adds pieces that are allocated from the start to what the owner may have at that place already. */
    void addAllocated(long owner, List<Demand> demands) {
        database.sql("""
                INSERT INTO inventory.hold AS h (owner, line, sku, location, quantity, state, expires_at)
                SELECT :owner, d.line, d.sku, d.location, d.quantity, 'ALLOCATED', now()
                  FROM unnest(:lines::int[], :skus::text[], :locations::text[], :quantities::int[])
                       AS d (line, sku, location, quantity)
                ON CONFLICT (owner, line, location) DO UPDATE
                   SET quantity = CASE WHEN h.state = 'ALLOCATED' THEN h.quantity ELSE 0 END + EXCLUDED.quantity,
                       state = 'ALLOCATED'
                """)
                .param("owner", owner)
                .param("lines", demands.stream().map(Demand::line).toArray(Integer[]::new))
                .param("skus", demands.stream().map(d -> d.sku().value()).toArray(String[]::new))
                .param("locations", demands.stream().map(d -> d.location().value()).toArray(String[]::new))
                .param("quantities", demands.stream().map(d -> d.quantity().units()).toArray(Integer[]::new))
                .update();
    }

    private static HoldRequest request(Object[] row) {
        return (HoldRequest) row[0];
    }

    private static Demand demand(Object[] row) {
        return (Demand) row[1];
    }

    /** Moves all holds of the owners from one state to another; answers the rows that were in it. */
    List<Row> move(Collection<Long> owners, String from, String to) {
        return database.sql("""
                WITH due AS (
                  SELECT owner, line, location FROM inventory.hold
                   WHERE owner = ANY(:owners) AND state = :from
                   ORDER BY owner, line, location
                     FOR UPDATE)
                UPDATE inventory.hold h SET state = :to
                  FROM due d
                 WHERE h.owner = d.owner AND h.line = d.line AND h.location = d.location
                RETURNING h.owner, h.line, h.sku, h.location, h.quantity, h.state
                """)
                .param("owners", owners.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .query(HoldTable::row)
                .list();
    }

    /** Takes pieces out of allocated holds, as sold or given back: all of them, or none when one hold has too few. */
    List<Row> lower(long owner, List<Demand> demands, String emptyState) {
        return database.sql("""
                WITH wanted AS (
                  SELECT line, location, quantity
                    FROM unnest(:lines::int[], :locations::text[], :quantities::int[]) AS d (line, location, quantity)),
                locked AS (
                  SELECT h.line, h.location, w.quantity
                    FROM inventory.hold h
                    JOIN wanted w ON w.line = h.line AND w.location = h.location
                   WHERE h.owner = :owner AND h.state = 'ALLOCATED' AND h.quantity >= w.quantity
                   ORDER BY h.line, h.location
                     FOR UPDATE OF h)
                UPDATE inventory.hold h
                   SET quantity = h.quantity - d.quantity,
                       state = CASE WHEN h.quantity = d.quantity THEN :empty ELSE h.state END
                  FROM locked d
                 WHERE h.owner = :owner AND h.line = d.line AND h.location = d.location
                   AND (SELECT count(*) FROM locked) = (SELECT count(*) FROM wanted)
                RETURNING h.owner, h.line, h.sku, h.location, d.quantity, h.state
                """)
                .param("owner", owner)
                .param("empty", emptyState)
                .param("lines", demands.stream().map(Demand::line).toArray(Integer[]::new))
                .param("locations", demands.stream().map(d -> d.location().value()).toArray(String[]::new))
                .param("quantities", demands.stream().map(d -> d.quantity().units()).toArray(Integer[]::new))
                .query(HoldTable::row)
                .list();
    }

    /** Owners whose time is over, locked; those that somebody else is working on are left to him. */
    List<Long> lockDue(Instant now, int limit) {
        return database.sql("""
                SELECT owner FROM inventory.hold
                 WHERE state = 'HELD' AND expires_at <= :now
                 ORDER BY expires_at
                 LIMIT :limit
                   FOR UPDATE SKIP LOCKED
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    List<Demand> of(long owner) {
        return database.sql("""
                SELECT line, sku, location, quantity FROM inventory.hold
                 WHERE owner = :owner AND state IN ('HELD', 'ALLOCATED') AND quantity > 0
                 ORDER BY line, location
                """)
                .param("owner", owner)
                .query((row, n) -> new Demand(
                        row.getInt(1),
                        new Sku(row.getString(2)),
                        new LocationId(row.getString(3)),
                        Quantity.of(row.getInt(4))))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("owner"),
                row.getInt("line"),
                new Sku(row.getString("sku")),
                new LocationId(row.getString("location")),
                row.getInt("quantity"),
                row.getString("state"));
    }
}
