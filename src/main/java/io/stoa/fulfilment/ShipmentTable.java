package io.stoa.fulfilment;

import io.stoa.routing.Part.Piece;
import io.stoa.shared.OrderId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that writes shipments and their lines. Every step is a conditional UPDATE that says whether it won. */
@Component
class ShipmentTable {

    private final JdbcClient database;
    private final ShipmentViews views;

    ShipmentTable(JdbcClient database, ShipmentViews views) {
        this.database = database;
        this.views = views;
    }

    /** Stores shipments with their lines; answers those that were not there already. */
    Set<Long> insert(List<NewShipment> shipments, Instant now) {
        var lines = shipments.stream()
                .flatMap(one -> one.part().lines().stream().map(piece -> Map.entry(one, piece)))
                .toList();
        return database.sql("""
                WITH placed AS (
                  INSERT INTO fulfilment.shipment (id, cause, order_id, customer, location, kind, state, placed_at, due_at,
                                                   updated_at)
                  SELECT s.id, s.cause, s.order_id, s.customer, s.location, s.kind, 'PLACED', :now::timestamptz,
                         s.due_at, :now::timestamptz
                    FROM unnest(:ids::bigint[], :causes::bigint[], :orders::bigint[], :customers::bigint[],
                                :locations::text[], :kinds::text[], :dues::timestamptz[])
                         AS s (id, cause, order_id, customer, location, kind, due_at)
                  ON CONFLICT (cause, location, kind) DO NOTHING
                  RETURNING id),
                lines AS (
                  INSERT INTO fulfilment.line (shipment_id, line, sku, title, quantity)
                  SELECT l.shipment_id, l.line, l.sku, l.title, l.quantity
                    FROM unnest(:shipments::bigint[], :numbers::int[], :skus::text[], :titles::text[], :quantities::int[])
                         AS l (shipment_id, line, sku, title, quantity)
                    JOIN placed p ON p.id = l.shipment_id)
                SELECT id FROM placed
                """)
                .param("now", now.toString())
                .param("ids", numbers(shipments, s -> s.id().value()))
                .param("causes", numbers(shipments, NewShipment::cause))
                .param("orders", numbers(shipments, s -> s.order().value()))
                .param("customers", numbers(shipments, ShipmentTable::customer))
                .param("locations", texts(shipments, s -> s.part().location().value()))
                .param("kinds", texts(shipments, s -> s.kind().name()))
                .param("dues", texts(shipments, s -> s.dueAt().toString()))
                .param("shipments", numbers(lines, l -> l.getKey().id().value()))
                .param("numbers", lines.stream().map(l -> l.getValue().line()).toArray(Integer[]::new))
                .param("skus", texts(lines, l -> l.getValue().sku().value()))
                .param("titles", texts(lines, ShipmentTable::title))
                .param(
                        "quantities",
                        lines.stream().map(l -> l.getValue().quantity().units()).toArray(Integer[]::new))
                .query((row, n) -> row.getLong(1))
                .set();
    }

    /** The shipment, locked until the transaction ends. */
    @Nullable
    Shipment lock(ShipmentId id) {
        return lock("id = :value", id.value()).stream().findFirst().orElse(null);
    }

    /** A shipment that the caller has locked or changed, as it is now. */
    Shipment locked(ShipmentId id) {
        return views.byIds(List.of(id)).getFirst();
    }

    /** What is still to be done for an order, newest first, locked until the transaction ends. */
    List<Shipment> lockOpen(OrderId order) {
        return lock("order_id = :value", order.value()).stream()
                .filter(shipment -> shipment.state().open())
                .toList();
    }

    private List<Shipment> lock(String condition, long value) {
        var ids = database.sql("SELECT id FROM fulfilment.shipment WHERE " + condition + " ORDER BY id DESC FOR UPDATE")
                .param("value", value)
                .query((row, n) -> new ShipmentId(row.getLong(1)))
                .list();
        return ids.isEmpty() ? List.of() : views.byIds(ids);
    }

    /** The next step, if the shipment is of that kind and in one of these states. */
    boolean move(
            ShipmentId id, @Nullable ShipmentKind kind, Collection<ShipmentState> from, ShipmentState to, Instant now) {
        return database.sql("""
                UPDATE fulfilment.shipment SET state = :to, version = version + 1, updated_at = :now::timestamptz
                 WHERE id = :id AND state = ANY(:from) AND (:kind::text IS NULL OR kind = :kind)
                """)
                        .param("id", id.value())
                        .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                        .param("to", to.name())
                        .param("kind", kind == null ? null : kind.name())
                        .param("now", now.toString())
                        .update()
                == 1;
    }

    /** Notes until when a pickup that is locked waits for its customer. */
    void collectBy(ShipmentId id, Instant until) {
        one(database.sql("UPDATE fulfilment.shipment SET collect_by = :until::timestamptz WHERE id = :id")
                .param("id", id.value())
                .param("until", until.toString())
                .update());
    }

    /** Pickups after one that nobody came for until then; those whose customer is at the door last a day longer. */
    List<ShipmentId> uncollected(Instant now, long after, int limit) {
        return database.sql("""
                SELECT id FROM fulfilment.shipment
                 WHERE state IN ('READY', 'ARRIVED') AND collect_by <= :now::timestamptz
                   AND (state = 'READY' OR collect_by <= :now::timestamptz - interval '1 day')
                   AND id > :after
                 ORDER BY id
                 LIMIT :limit
                """)
                .param("now", now.toString())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new ShipmentId(row.getLong(1)))
                .list();
    }

    /** Pickups after one that wait until then at most, whose customers were not told yet that their time is nearly over. */
    List<ShipmentId> unreminded(Instant now, Instant until, long after, int limit) {
        return database.sql("""
                SELECT id FROM fulfilment.shipment
                 WHERE state = 'READY' AND reminded_at IS NULL AND id > :after
                   AND collect_by > :now::timestamptz AND collect_by <= :until::timestamptz
                 ORDER BY id
                 LIMIT :limit
                """)
                .param("now", now.toString())
                .param("until", until.toString())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new ShipmentId(row.getLong(1)))
                .list();
    }

    /** Notes that its customer is told, once; whether it still waits. */
    boolean remind(ShipmentId id, Instant now) {
        return database.sql("""
                UPDATE fulfilment.shipment SET reminded_at = :now::timestamptz, version = version + 1
                 WHERE id = :id AND state = 'READY' AND reminded_at IS NULL
                """)
                        .param("id", id.value())
                        .param("now", now.toString())
                        .update()
                == 1;
    }

    /** Notes the carrier's reference of a shipment that is locked. */
    void track(ShipmentId id, @Nullable String tracking) {
        one(database.sql("UPDATE fulfilment.shipment SET tracking = :tracking WHERE id = :id")
                .param("id", id.value())
                .param("tracking", tracking)
                .update());
    }

    /** Notes why a shipment that is locked was rejected. */
    void explain(ShipmentId id, RejectionReason reason) {
        one(database.sql("UPDATE fulfilment.shipment SET reason = :reason WHERE id = :id")
                .param("id", id.value())
                .param("reason", reason.name())
                .update());
    }

    void handOver(ShipmentId id, List<Piece> pieces) {
        count(id, pieces, "handed_over = l.handed_over + p.pieces");
    }

    void cancel(ShipmentId id, List<Piece> pieces) {
        count(id, pieces, "cancelled = l.cancelled + p.pieces");
    }

    private void count(ShipmentId id, List<Piece> pieces, String assignment) {
        int changed = database.sql("UPDATE fulfilment.line l SET " + assignment + """
                  FROM unnest(:lines::int[], :pieces::int[]) AS p (line, pieces)
                 WHERE l.shipment_id = :id AND l.line = p.line
                """)
                .param("id", id.value())
                .param("lines", pieces.stream().map(Piece::line).toArray(Integer[]::new))
                .param(
                        "pieces",
                        pieces.stream().map(piece -> piece.quantity().units()).toArray(Integer[]::new))
                .update();
        if (changed != pieces.size()) {
            throw new IllegalStateException("Shipment %s has not all of these lines".formatted(id));
        }
    }

    private static void one(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("Expected to change one row, changed " + rows);
        }
    }

    private static String title(Map.Entry<NewShipment, Piece> line) {
        var sku = line.getValue().sku();
        return line.getKey().titles().getOrDefault(sku, sku.value());
    }

    private static @Nullable Long customer(NewShipment shipment) {
        var customer = shipment.customer();
        return customer == null ? null : customer.value();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> @Nullable Long[] numbers(List<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }
}
