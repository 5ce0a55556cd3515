package io.stoa.inventory;

import io.stoa.inventory.Reconciliation.Difference;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code inventory.movement}, and the only statements that write what is on hand. */
@Component
class MovementTable {

    private final JdbcClient database;

    /** A movement as it counts: the changes of the three counters. */
    record Effect(Movement movement, int onHand, int damaged, int inTransit) {}

    MovementTable(JdbcClient database) {
        this.database = database;
    }

    Set<String> known(Collection<String> ids) {
        return database.sql("SELECT id FROM inventory.movement WHERE id = ANY(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query((row, n) -> row.getString(1))
                .set();
    }

    void insert(List<Effect> effects) {
        database.sql("""
                INSERT INTO inventory.movement (id, sku, location, kind, on_hand, damaged, in_transit, reason)
                SELECT * FROM unnest(:ids::text[], :skus::text[], :locations::text[], :kinds::text[], :onHand::int[],
                                     :damaged::int[], :inTransit::int[], :reasons::text[])
                """)
                .param("ids", effects.stream().map(e -> e.movement().id()).toArray(String[]::new))
                .param(
                        "skus",
                        effects.stream().map(e -> e.movement().sku().value()).toArray(String[]::new))
                .param(
                        "locations",
                        effects.stream()
                                .map(e -> e.movement().location().value())
                                .toArray(String[]::new))
                .param(
                        "kinds",
                        effects.stream().map(e -> e.movement().kind().name()).toArray(String[]::new))
                .param("onHand", effects.stream().map(Effect::onHand).toArray(Integer[]::new))
                .param("damaged", effects.stream().map(Effect::damaged).toArray(Integer[]::new))
                .param("inTransit", effects.stream().map(Effect::inTransit).toArray(Integer[]::new))
                .param(
                        "reasons",
                        effects.stream().map(e -> e.movement().reason()).toArray(String[]::new))
                .update();
    }

    /** Adds effects to the counters of rows that are locked already. What is left promised beyond them shows as over. */
    List<Availability> apply(List<Effect> effects) {
        var sums = sums(effects);
        return database.sql("""
                UPDATE inventory.stock s
                   SET on_hand = s.on_hand + c.on_hand,
                       damaged = s.damaged + c.damaged,
                       in_transit = s.in_transit + c.in_transit,
                       over = GREATEST(0, s.held + s.allocated - s.on_hand - c.on_hand),
                       version = s.version + 1
                  FROM unnest(:skus::text[], :locations::text[], :onHand::int[], :damaged::int[], :inTransit::int[])
                       AS c (sku, location, on_hand, damaged, in_transit)
                 WHERE s.sku = c.sku AND s.location = c.location
                RETURNING s.sku, s.location, s.on_hand, s.held, s.allocated, s.safety, s.damaged, s.in_transit, s.over,
                          s.version
                """)
                .param("skus", sums.keySet().stream().map(p -> p.sku().value()).toArray(String[]::new))
                .param(
                        "locations",
                        sums.keySet().stream().map(p -> p.location().value()).toArray(String[]::new))
                .param("onHand", sums.values().stream().map(s -> s[0]).toArray(Integer[]::new))
                .param("damaged", sums.values().stream().map(s -> s[1]).toArray(Integer[]::new))
                .param("inTransit", sums.values().stream().map(s -> s[2]).toArray(Integer[]::new))
                .query(StockTable::availability)
                .list();
    }

    private static Map<StockTable.Place, int[]> sums(List<Effect> effects) {
        var sums = new TreeMap<StockTable.Place, int[]>();
        for (var effect : effects) {
            var movement = effect.movement();
            var sum = sums.computeIfAbsent(new StockTable.Place(movement.sku(), movement.location()), p -> new int[3]);
            sum[0] += effect.onHand();
            sum[1] += effect.damaged();
            sum[2] += effect.inTransit();
        }
        return sums;
    }

    List<PastMovement> of(Sku sku, LocationId location, int limit) {
        return database.sql("""
                SELECT id, kind, on_hand, reason, at FROM inventory.movement
                 WHERE sku = :sku AND location = :location
                 ORDER BY at DESC
                 LIMIT :limit
                """)
                .param("sku", sku.value())
                .param("location", location.value())
                .param("limit", limit)
                .query((row, n) -> new PastMovement(
                        row.getString(1),
                        MovementKind.valueOf(row.getString(2)),
                        row.getInt(3),
                        row.getString(4),
                        row.getObject(5, java.time.OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How often counts corrected each of these rows so far; a row without any is left out. */
    Map<StockTable.Place, Integer> corrections(Collection<StockTable.Place> places) {
        return database.sql("""
                SELECT m.sku, m.location, count(*)
                  FROM unnest(:skus::text[], :locations::text[]) AS p (sku, location)
                  JOIN inventory.movement m ON m.sku = p.sku AND m.location = p.location
                 WHERE m.kind = 'COUNTED' AND m.on_hand <> 0
                 GROUP BY m.sku, m.location
                """)
                .param("skus", places.stream().map(p -> p.sku().value()).toArray(String[]::new))
                .param("locations", places.stream().map(p -> p.location().value()).toArray(String[]::new))
                .query((row, n) -> Map.entry(
                        new StockTable.Place(new Sku(row.getString(1)), new LocationId(row.getString(2))), row.getInt(3)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long stockRows() {
        return database.sql("SELECT count(*) FROM inventory.stock")
                .query(Long.class)
                .single();
    }

    /** Counters that differ from the sums of movements and of open holds, and holds of rows that do not exist. */
    List<Difference> differences(int limit) {
        return database.sql("""
                WITH moved AS (
                  SELECT sku, location, SUM(on_hand) AS on_hand, SUM(damaged) AS damaged, SUM(in_transit) AS in_transit,
                         SUM(in_transit) FILTER (WHERE id NOT LIKE 'transfer:%') AS ordered
                    FROM inventory.movement GROUP BY sku, location),
                promised AS (
                  SELECT sku, location, SUM(quantity) FILTER (WHERE state = 'HELD') AS held,
                         SUM(quantity) FILTER (WHERE state = 'ALLOCATED') AS allocated
                    FROM inventory.hold WHERE state IN ('HELD', 'ALLOCATED') GROUP BY sku, location),
                underway AS (
                  SELECT l.sku, t.destination AS location, SUM(l.sent) AS sent
                    FROM inventory.transfer t JOIN inventory.transfer_line l ON l.transfer_id = t.id
                   WHERE t.state = 'SENT' GROUP BY l.sku, t.destination),
                compared AS (
                  SELECT sku, location, c.counter, c.is_value, COALESCE(c.should, 0) AS should
                    FROM inventory.stock s
                    FULL JOIN moved m USING (sku, location)
                    FULL JOIN promised p USING (sku, location)
                    FULL JOIN underway u USING (sku, location)
                   CROSS JOIN LATERAL (VALUES
                     ('on hand', s.on_hand::bigint, m.on_hand), ('damaged', s.damaged, m.damaged),
                     ('in transit', s.in_transit, m.in_transit), ('on the way', s.in_transit, COALESCE(u.sent, 0) + COALESCE(m.ordered, 0)), ('held', s.held, p.held),
                     ('allocated', s.allocated, p.allocated)) AS c (counter, is_value, should))
                SELECT sku, location, counter, COALESCE(is_value, 0) AS is_value, should
                  FROM compared
                 WHERE COALESCE(is_value, 0) <> should
                 ORDER BY sku, location, counter
                 LIMIT :limit
                """)
                .param("limit", limit)
                .query((row, n) -> new Difference(
                        new Sku(row.getString(1)),
                        new LocationId(row.getString(2)),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }
}
