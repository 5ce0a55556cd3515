package io.stoa.fulfilment.collecting;

import io.stoa.shared.OrderId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code fulfilment.proxy}. */
@Component
class ProxyTable {

    private final JdbcClient database;

    ProxyTable(JdbcClient database) {
        this.database = database;
    }

    /** Locks what is still to be collected of the order, as a new version; none when nothing is. */
    List<Long> touch(OrderId order) {
        return database.sql("""
                UPDATE fulfilment.shipment SET version = version + 1
                 WHERE order_id = :order AND kind = 'COLLECT' AND state IN ('PLACED', 'ACCEPTED', 'PICKING', 'READY', 'ARRIVED')
                RETURNING id
                """).param("order", order.value()).query((row, n) -> row.getLong(1)).list();
    }

    void put(OrderId order, String name) {
        var _ = database.sql("""
                INSERT INTO fulfilment.proxy (order_id, name) VALUES (:order, :name)
                ON CONFLICT (order_id) DO UPDATE SET name = EXCLUDED.name
                """).param("order", order.value()).param("name", name).update();
    }

    void drop(OrderId order) {
        var _ = database.sql("DELETE FROM fulfilment.proxy WHERE order_id = :order").param("order", order.value()).update();
    }

    void dropDone(OrderId order) {
        var _ = database.sql("""
                DELETE FROM fulfilment.proxy p
                 WHERE p.order_id = :order
                   AND NOT EXISTS (SELECT FROM fulfilment.shipment s
                                    WHERE s.order_id = p.order_id AND s.kind = 'COLLECT'
                                      AND s.state IN ('PLACED', 'ACCEPTED', 'PICKING', 'READY', 'ARRIVED'))
                """).param("order", order.value()).update();
    }
}
