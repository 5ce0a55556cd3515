package io.stoa.purchasing;

import io.stoa.purchasing.PurchaseOrder.State;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** All SQL of purchase orders, their lines and receipts. */
@Component
class PurchaseTable {

    private static final String SELECT = """
            SELECT p.id, p.supplier, p.location, p.currency, p.expected, p.state, p.version, p.drafted_at, p.placed_at, p.ended_at,
                   (SELECT json_agg(json_build_object('sku', l.sku, 'ordered', l.ordered, 'cost', l.cost, 'good', l.good,
                                                      'damaged', l.damaged) ORDER BY l.sku)
                      FROM purchasing.line l WHERE l.purchase_order = p.id) AS lines,
                   (SELECT COALESCE(json_agg(json_build_object('at', r.at, 'by', r.received_by, 'goods', r.goods) ORDER BY r.at), '[]')
                      FROM purchasing.receipt r WHERE r.purchase_order = p.id) AS receipts
              FROM purchasing.purchase_order p
            """;

    private final JdbcClient database;

    PurchaseTable(JdbcClient database) {
        this.database = database;
    }

    /** Answers whether the key was new; waits for another purchase order with the same key. */
    boolean insert(PurchaseOrderId id, NewPurchaseOrder wish) {
        int inserted = database.sql("""
                INSERT INTO purchasing.purchase_order (id, key, supplier, location, currency, expected, state)
                VALUES (:id, :key, :supplier, :location, :currency, :expected, 'DRAFTED')
                ON CONFLICT (key) DO NOTHING
                """)
                .param("id", id.value())
                .param("key", wish.key())
                .param("supplier", wish.supplier().value())
                .param("location", wish.location().value())
                .param("currency", wish.currency().getCurrencyCode())
                .param("expected", wish.expected(), Types.DATE)
                .update();
        if (inserted == 1) {
            insertLines(id, wish);
        }
        return inserted == 1;
    }

    private void insertLines(PurchaseOrderId id, NewPurchaseOrder wish) {
        database.sql("""
                INSERT INTO purchasing.line (purchase_order, sku, ordered, cost)
                SELECT :id, l.sku, l.ordered, l.cost
                  FROM unnest(:skus::text[], :ordered::int[], :costs::bigint[]) AS l (sku, ordered, cost)
                """)
                .param("id", id.value())
                .param("skus", wish.goods().keySet().stream().map(Sku::value).toArray(String[]::new))
                .param("ordered", wish.goods().values().stream().map(some -> some.quantity().units()).toArray(Integer[]::new))
                .param("costs", wish.goods().values().stream().map(NewPurchaseOrder.Wanted::cost).toArray(Long[]::new))
                .update();
    }

    /** The row stays locked until the transaction ends. */
    Optional<PurchaseOrder> lock(PurchaseOrderId id) {
        var locked = database.sql("SELECT id FROM purchasing.purchase_order WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Long.class)
                .optional();
        return locked.flatMap(there -> find(id));
    }

    void place(PurchaseOrderId id, LocalDate expected) {
        database.sql("""
                UPDATE purchasing.purchase_order
                   SET state = 'PLACED', version = version + 1, placed_at = clock_timestamp(), expected = :expected
                 WHERE id = :id
                """).param("id", id.value()).param("expected", expected).update();
    }

    void end(PurchaseOrderId id, State as) {
        database.sql("""
                UPDATE purchasing.purchase_order SET state = :state, version = version + 1, ended_at = clock_timestamp()
                 WHERE id = :id
                """).param("id", id.value()).param("state", as.name()).update();
    }

    /** What was counted under this key. */
    Optional<Map<Sku, Count>> receipt(PurchaseOrderId id, String key) {
        return database.sql("SELECT goods FROM purchasing.receipt WHERE purchase_order = :id AND key = :key")
                .param("id", id.value())
                .param("key", key)
                .query((row, n) -> Json.MAPPER.readValue(row.getString(1), new TypeReference<Map<Sku, Count>>() {}))
                .optional();
    }

    /** Writes down what came, and adds it to the lines. */
    void receive(PurchaseOrderId id, NewReceipt receipt, String by) {
        database.sql("""
                INSERT INTO purchasing.receipt (purchase_order, key, received_by, goods) VALUES (:id, :key, :by, :goods::jsonb)
                """)
                .param("id", id.value())
                .param("key", receipt.key())
                .param("by", by)
                .param("goods", Json.write(receipt.goods()))
                .update();
        database.sql("""
                UPDATE purchasing.line l SET good = l.good + c.good, damaged = l.damaged + c.damaged
                  FROM unnest(:skus::text[], :good::int[], :damaged::int[]) AS c (sku, good, damaged)
                 WHERE l.purchase_order = :id AND l.sku = c.sku
                """)
                .param("id", id.value())
                .param("skus", receipt.goods().keySet().stream().map(Sku::value).toArray(String[]::new))
                .param("good", receipt.goods().values().stream().map(Count::good).toArray(Integer[]::new))
                .param("damaged", receipt.goods().values().stream().map(Count::damaged).toArray(Integer[]::new))
                .update();
        database.sql("UPDATE purchasing.purchase_order SET version = version + 1 WHERE id = :id").param("id", id.value()).update();
    }

    Optional<PurchaseOrder> find(PurchaseOrderId id) {
        return database.sql(SELECT + "WHERE p.id = :id")
                .param("id", id.value())
                .query(PurchaseTable::order)
                .optional();
    }

    Optional<PurchaseOrder> byKey(String key) {
        return database.sql(SELECT + "WHERE p.key = :key")
                .param("key", key)
                .query(PurchaseTable::order)
                .optional();
    }

    Optional<LocalDate> expected(Sku sku, LocalDate from) {
        return database.sql("""
                SELECT p.expected
                  FROM purchasing.line l
                  JOIN purchasing.purchase_order p ON p.id = l.purchase_order
                 WHERE l.sku = :sku AND l.good + l.damaged < l.ordered AND p.state = 'PLACED' AND p.expected >= :from
                 ORDER BY p.expected
                 LIMIT 1
                """)
                .param("sku", sku.value())
                .param("from", from)
                .query(LocalDate.class)
                .optional();
    }

    /** The newest first. */
    List<PurchaseOrder> list(@Nullable State state, long before, int limit) {
        return database.sql(SELECT + """
                 WHERE p.id < :before AND (:state::text IS NULL OR p.state = :state)
                 ORDER BY p.id DESC
                 LIMIT :limit
                """)
                .param("before", before)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(PurchaseTable::order)
                .list();
    }

    private static PurchaseOrder order(ResultSet row, int number) throws SQLException {
        return new PurchaseOrder(
                new PurchaseOrderId(row.getLong("id")),
                new SupplierId(row.getLong("supplier")),
                new LocationId(row.getString("location")),
                Currency.getInstance(row.getString("currency")),
                row.getObject("expected", LocalDate.class),
                State.valueOf(row.getString("state")),
                row.getLong("version"),
                row.getObject("drafted_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("placed_at", OffsetDateTime.class)),
                instant(row.getObject("ended_at", OffsetDateTime.class)),
                List.of(Json.read(row.getString("lines"), PurchaseOrder.Line[].class)),
                List.of(Json.read(row.getString("receipts"), PurchaseOrder.Receipt[].class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
