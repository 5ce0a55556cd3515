package io.stoa.fulfilment;

import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of codes and hand-overs. Whoever counts tries has locked the shipment. */
@Component
class CodeTable {

    private final JdbcClient database;

    /** A code, and until when no guess is taken. */
    record Secret(String code, int wrongTries, @Nullable Instant lockedUntil) {}

    CodeTable(JdbcClient database) {
        this.database = database;
    }

    void insert(Map<ShipmentId, String> codes) {
        database.sql("""
                INSERT INTO fulfilment.code (shipment_id, code) SELECT * FROM unnest(:ids::bigint[], :codes::text[])
                """)
                .param("ids", codes.keySet().stream().map(ShipmentId::value).toArray(Long[]::new))
                .param("codes", codes.values().toArray(String[]::new))
                .update();
    }

    Secret of(ShipmentId id) {
        return database.sql("SELECT code, wrong_tries, locked_until FROM fulfilment.code WHERE shipment_id = :id")
                .param("id", id.value())
                .query((row, n) -> {
                    var until = row.getObject("locked_until", OffsetDateTime.class);
                    return new Secret(row.getString("code"), row.getInt("wrong_tries"), until == null ? null : until.toInstant());
                })
                .single();
    }

    Map<ShipmentId, String> ofOrder(OrderId order) {
        var codes = new HashMap<ShipmentId, String>();
        database.sql("""
                SELECT c.shipment_id, c.code
                  FROM fulfilment.code c
                  JOIN fulfilment.shipment s ON s.id = c.shipment_id
                 WHERE s.order_id = :order
                """)
                .param("order", order.value())
                .query((row, n) -> Map.entry(new ShipmentId(row.getLong(1)), row.getString(2)))
                .list()
                .forEach(code -> codes.put(code.getKey(), code.getValue()));
        return codes;
    }

    /** What waits in a store for whoever shows the code. */
    List<ShipmentId> waiting(LocationId store, String code) {
        return database.sql("""
                SELECT c.shipment_id
                  FROM fulfilment.shipment s
                  JOIN fulfilment.code c ON c.shipment_id = s.id
                 WHERE s.location = :store AND s.state IN ('READY', 'ARRIVED') AND c.code = :code
                """)
                .param("store", store.value())
                .param("code", code)
                .query((row, n) -> new ShipmentId(row.getLong(1)))
                .list();
    }

    void count(ShipmentId id, int wrongTries, @Nullable Instant lockedUntil) {
        database.sql("""
                UPDATE fulfilment.code SET wrong_tries = :tries, locked_until = :until::timestamptz WHERE shipment_id = :id
                """)
                .param("id", id.value())
                .param("tries", wrongTries)
                .param("until", lockedUntil == null ? null : lockedUntil.toString())
                .update();
    }

    /** The keys of the hand-overs so far. */
    List<String> keys(ShipmentId id) {
        return database.sql("SELECT key FROM fulfilment.handover WHERE shipment_id = :id")
                .param("id", id.value())
                .query((row, n) -> row.getString(1))
                .list();
    }

    void insert(ShipmentId id, int number, HandOver wish, @Nullable String collector, String actor, Instant now) {
        database.sql("""
                INSERT INTO fulfilment.handover (shipment_id, number, key, proof, collector, actor, at)
                VALUES (:id, :number, :key, :proof, :collector, :actor, :now::timestamptz)
                """)
                .param("id", id.value())
                .param("number", number)
                .param("key", wish.key())
                .param("proof", wish.proof().word())
                .param("collector", collector)
                .param("actor", actor)
                .param("now", now.toString())
                .update();
    }
}
