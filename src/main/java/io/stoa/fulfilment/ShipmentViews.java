package io.stoa.fulfilment;

import io.stoa.shared.CustomerId;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that reads shipments: one query for any number of them, with their lines. */
@Component
class ShipmentViews {

    private static final String SHIPMENT = """
            SELECT s.id, s.order_id, s.customer, s.location, s.kind, s.state, s.tracking, s.reason, s.version, s.placed_at,
                   s.due_at, s.collect_by, s.updated_at,
                   CASE WHEN s.state = 'HANDED_OVER'
                        THEN (SELECT h.collector FROM fulfilment.handover h WHERE h.shipment_id = s.id ORDER BY h.number DESC LIMIT 1)
                        WHEN s.kind = 'COLLECT'
                        THEN (SELECT p.name FROM fulfilment.proxy p WHERE p.order_id = s.order_id)
                   END AS collector,
                   (SELECT json_agg(json_build_object('line', l.line, 'sku', l.sku, 'title', l.title, 'quantity', l.quantity,
                                                      'handedOver', l.handed_over, 'cancelled', l.cancelled) ORDER BY l.line)
                      FROM fulfilment.line l WHERE l.shipment_id = s.id) AS lines
              FROM fulfilment.shipment s
            """;

    /** The index of open work serves only those who repeat its condition. */
    private static final String OPEN = ShipmentState.allOpen().stream()
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", ", " AND s.state IN (", ")"));

    private final JdbcClient database;

    ShipmentViews(JdbcClient database) {
        this.database = database;
    }

    /** Newest first. */
    List<Shipment> byIds(Collection<ShipmentId> ids) {
        return database.sql(SHIPMENT + " WHERE s.id = ANY(:ids) ORDER BY s.id DESC")
                .param("ids", ids.stream().map(ShipmentId::value).toArray(Long[]::new))
                .query(ShipmentViews::shipment)
                .list();
    }

    /** Oldest first. */
    List<Shipment> ofOrders(Collection<OrderId> orders) {
        return database.sql(SHIPMENT + " WHERE s.order_id = ANY(:orders) ORDER BY s.order_id, s.id")
                .param("orders", orders.stream().map(OrderId::value).toArray(Long[]::new))
                .query(ShipmentViews::shipment)
                .list();
    }

    /** What is due first comes first; without a state, all that is open. */
    List<Shipment> at(LocationId location, @Nullable ShipmentState state, WorkKey after, int limit) {
        boolean open = state == null || state.open();
        return database.sql(SHIPMENT + " WHERE s.location = :location" + (open ? OPEN : "") + """
                   AND (:state::text IS NULL OR s.state = :state)
                   AND (s.due_at, s.id) > (:due::timestamptz, :id)
                 ORDER BY s.due_at, s.id
                 LIMIT :limit
                """)
                .param("location", location.value())
                .param("state", state == null ? null : state.name())
                .param("due", after.due().toString())
                .param("id", after.id())
                .param("limit", limit)
                .query(ShipmentViews::shipment)
                .list();
    }

    private static Shipment shipment(ResultSet row, int number) throws SQLException {
        var customer = row.getObject("customer", Long.class);
        var reason = row.getString("reason");
        return new Shipment(
                new ShipmentId(row.getLong("id")),
                new OrderId(row.getLong("order_id")),
                customer == null ? null : new CustomerId(customer),
                new LocationId(row.getString("location")),
                ShipmentKind.valueOf(row.getString("kind")),
                ShipmentState.valueOf(row.getString("state")),
                List.of(Json.read(row.getString("lines"), Shipment.Line[].class)),
                row.getString("tracking"),
                reason == null ? null : RejectionReason.valueOf(reason),
                row.getLong("version"),
                instant(row, "placed_at"),
                instant(row, "due_at"),
                row.getString("collect_by") == null ? null : instant(row, "collect_by"),
                row.getString("collector"),
                instant(row, "updated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
