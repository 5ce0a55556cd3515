package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All SQL that changes or reads {@code inventory.stock}. Every statement that changes rows locks them first in the order
 * of SKU and location, so that no two statements wait for each other.
 */
@Component
class StockTable {

    private static final String COUNTERS =
            "s.sku, s.location, s.on_hand, s.held, s.allocated, s.safety, s.damaged, s.in_transit, s.over, s.version";

    private static final String LOCKED = """
            WITH locked AS MATERIALIZED (
              SELECT s.sku, s.location, s.on_hand, s.held, s.allocated, s.over, c.quantity,
                     s.on_hand - s.held - s.allocated - s.safety >= c.quantity AS fits
                FROM unnest(:skus::text[], :locations::text[], :quantities::int[]) AS c (sku, location, quantity)
                JOIN inventory.stock s ON s.sku = c.sku AND s.location = c.location
               ORDER BY s.sku, s.location
                 FOR UPDATE OF s)
            """;

    /**
     * Writes the counters as they were locked, never as the statement's snapshot shows them: PostgreSQL tries an update on the
     * row of the snapshot first, and a CHECK would refuse what a transaction that ended in between has made room for.
     */
    private static final String UPDATE = """
            UPDATE inventory.stock s
               SET on_hand = l.on_hand + l.quantity * :onHand,
                   held = l.held + l.quantity * :held,
                   allocated = l.allocated + l.quantity * :allocated,
                   over = LEAST(l.over, GREATEST(0, l.held + l.allocated - l.on_hand
                                                    + l.quantity * (:held + :allocated - :onHand))),
                   version = s.version + 1
              FROM locked l
             WHERE s.sku = l.sku AND s.location = l.location
            """;

    private final JdbcClient database;

    /** A stock row's key. */
    record Place(Sku sku, LocationId location) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int bySku = sku.compareTo(other.sku);
            return bySku != 0 ? bySku : location.compareTo(other.location);
        }
    }

    /**
     * What one piece does to the counters. What is promised beyond what is there shrinks with every release and never grows by
     * one.
     */
    private enum Step {
        HOLD(0, 1, 0),
        ALLOCATE(0, -1, 1),
        SELL(-1, 0, -1),
        GIVE_BACK_HELD(0, -1, 0),
        GIVE_BACK_ALLOCATED(0, 0, -1);

        private final int onHand;
        private final int held;
        private final int allocated;

        Step(int onHand, int held, int allocated) {
            this.onHand = onHand;
            this.held = held;
            this.allocated = allocated;
        }
    }

    /** What {@link #takeIfAllFit} found: the rows after the change, or, when they did not fit, the locked rows as they are. */
    record Taken(boolean fits, List<Availability> rows) {}

    StockTable(JdbcClient database) {
        this.database = database;
    }

    /** Check and change in one statement: takes every demand if all fit, else none; either way the rows stay locked. */
    Taken takeIfAllFit(SortedMap<Place, Integer> demand) {
        var taken = changed(demand, Step.HOLD, "AND (SELECT count(*) = :places AND bool_and(fits) FROM locked)");
        return taken.size() == demand.size() ? new Taken(true, taken) : new Taken(false, lockRows(demand.keySet()));
    }

    /** Takes what was admitted while the rows were locked; the guard stands all the same. */
    List<Availability> take(SortedMap<Place, Integer> admitted) {
        return all(admitted, changed(admitted, Step.HOLD, "AND l.fits"));
    }

    List<Availability> giveBackHeld(SortedMap<Place, Integer> released) {
        return change(released, Step.GIVE_BACK_HELD);
    }

    List<Availability> giveBackAllocated(SortedMap<Place, Integer> released) {
        return change(released, Step.GIVE_BACK_ALLOCATED);
    }

    List<Availability> allocateHeld(SortedMap<Place, Integer> committed) {
        return change(committed, Step.ALLOCATE);
    }

    /** The pieces leave: less on hand and less allocated, by the same number. */
    List<Availability> sellAllocated(SortedMap<Place, Integer> sold) {
        return change(sold, Step.SELL);
    }

    private List<Availability> change(SortedMap<Place, Integer> quantities, Step step) {
        return all(quantities, changed(quantities, step, ""));
    }

    private static List<Availability> all(SortedMap<Place, Integer> wanted, List<Availability> changed) {
        if (changed.size() != wanted.size()) {
            throw new IllegalStateException("Changed " + changed.size() + " of " + wanted.size() + " stock rows");
        }
        return changed;
    }

    private List<Availability> changed(SortedMap<Place, Integer> quantities, Step step, String guard) {
        if (quantities.isEmpty()) {
            return List.of();
        }
        return bind(LOCKED + UPDATE + guard + " RETURNING " + COUNTERS, quantities)
                .param("places", quantities.size())
                .param("onHand", step.onHand)
                .param("held", step.held)
                .param("allocated", step.allocated)
                .query(StockTable::availability)
                .list();
    }

    private JdbcClient.StatementSpec bind(String sql, SortedMap<Place, Integer> quantities) {
        var places = quantities.keySet();
        return database.sql(sql)
                .param("skus", places.stream().map(p -> p.sku().value()).toArray(String[]::new))
                .param(
                        "locations",
                        places.stream().map(p -> p.location().value()).toArray(String[]::new))
                .param("quantities", quantities.values().toArray(Integer[]::new));
    }

    /** Rows must exist before movements can change them; the order keeps two writers from waiting for each other. */
    void ensure(Collection<Place> places) {
        var sorted = places.stream().sorted().distinct().toList();
        database.sql("""
                INSERT INTO inventory.stock (sku, location)
                SELECT p.sku, p.location
                  FROM unnest(:skus::text[], :locations::text[]) AS p (sku, location)
                 WHERE NOT EXISTS (SELECT 1 FROM inventory.stock s WHERE s.sku = p.sku AND s.location = p.location)
                ON CONFLICT DO NOTHING
                """)
                .param("skus", sorted.stream().map(p -> p.sku().value()).toArray(String[]::new))
                .param(
                        "locations",
                        sorted.stream().map(p -> p.location().value()).toArray(String[]::new))
                .update();
    }

    List<Availability> lockRows(Collection<Place> places) {
        var sorted = places.stream().sorted().distinct().toList();
        return database.sql("SELECT " + COUNTERS + """
                  FROM unnest(:skus::text[], :locations::text[]) AS p (sku, location)
                  JOIN inventory.stock s ON s.sku = p.sku AND s.location = p.location
                 ORDER BY s.sku, s.location
                   FOR UPDATE OF s
                """)
                .param("skus", sorted.stream().map(p -> p.sku().value()).toArray(String[]::new))
                .param(
                        "locations",
                        sorted.stream().map(p -> p.location().value()).toArray(String[]::new))
                .query(StockTable::availability)
                .list();
    }

    void setSafety(Place place, int safety) {
        database.sql("""
                UPDATE inventory.stock SET safety = :safety, version = version + 1
                 WHERE sku = :sku AND location = :location
                """)
                .param("sku", place.sku().value())
                .param("location", place.location().value())
                .param("safety", safety)
                .update();
    }

    List<Availability> ofSkus(Collection<Sku> skus) {
        return database.sql("SELECT " + COUNTERS + " FROM inventory.stock s WHERE s.sku = ANY(:skus)")
                .param("skus", skus.stream().map(Sku::value).toArray(String[]::new))
                .query(StockTable::availability)
                .list();
    }

    List<Availability> atLocation(LocationId location, String after, int limit) {
        return database.sql("SELECT " + COUNTERS + """
                  FROM inventory.stock s
                 WHERE s.location = :location AND s.sku > :after
                 ORDER BY s.sku
                 LIMIT :limit
                """)
                .param("location", location.value())
                .param("after", after)
                .param("limit", limit)
                .query(StockTable::availability)
                .list();
    }

    List<Availability> overcommitted(int limit) {
        return database.sql("SELECT " + COUNTERS + """
                  FROM inventory.stock s
                 WHERE s.over > 0
                 ORDER BY s.sku, s.location
                 LIMIT :limit
                """)
                .param("limit", limit)
                .query(StockTable::availability)
                .list();
    }

    List<LocationTotal> totals() {
        return database.sql("""
                SELECT location, SUM(on_hand) AS on_hand, SUM(held) AS held, SUM(allocated) AS allocated,
                       SUM(GREATEST(0, on_hand - held - allocated - safety)) AS available,
                       count(*) FILTER (WHERE on_hand - held - allocated - safety <= 0) AS empty_rows, count(*) AS row_count
                  FROM inventory.stock
                 GROUP BY location
                 ORDER BY location
                """)
                .query((row, n) -> new LocationTotal(
                        new LocationId(row.getString("location")),
                        row.getLong("on_hand"),
                        row.getLong("held"),
                        row.getLong("allocated"),
                        row.getLong("available"),
                        row.getInt("empty_rows"),
                        row.getInt("row_count")))
                .list();
    }

    static Availability availability(ResultSet row, int number) throws SQLException {
        return new Availability(
                new Sku(row.getString("sku")),
                new LocationId(row.getString("location")),
                row.getInt("on_hand"),
                row.getInt("held"),
                row.getInt("allocated"),
                row.getInt("safety"),
                row.getInt("damaged"),
                row.getInt("in_transit"),
                row.getInt("over"),
                row.getLong("version"));
    }
}
