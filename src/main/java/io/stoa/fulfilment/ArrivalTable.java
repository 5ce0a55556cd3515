package io.stoa.fulfilment;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code fulfilment.arrival}. */
@Component
class ArrivalTable {

    private final JdbcClient database;

    ArrivalTable(JdbcClient database) {
        this.database = database;
    }

    /** Said again, the place is another; the time stays. */
    void note(ShipmentId id, Instant at, String where) {
        var _ = database.sql("""
                INSERT INTO fulfilment.arrival (shipment_id, at, waits_at)
                VALUES (:id, :at::timestamptz, :where)
                ON CONFLICT (shipment_id) DO UPDATE SET waits_at = EXCLUDED.waits_at
                """)
                .param("id", id.value())
                .param("at", at.toString())
                .param("where", where)
                .update();
    }

    void forget(ShipmentId id) {
        var _ = database.sql("DELETE FROM fulfilment.arrival WHERE shipment_id = :id").param("id", id.value()).update();
    }

    Map<ShipmentId, Arrival> of(Collection<ShipmentId> ids) {
        var found = new HashMap<ShipmentId, Arrival>();
        database.sql("SELECT shipment_id, at, waits_at FROM fulfilment.arrival WHERE shipment_id = ANY (:ids)")
                .param("ids", ids.stream().map(ShipmentId::value).toArray(Long[]::new))
                .query(row -> {
                    var at = row.getObject("at", OffsetDateTime.class).toInstant();
                    found.put(new ShipmentId(row.getLong("shipment_id")), new Arrival(at, row.getString("waits_at")));
                });
        return found;
    }
}
