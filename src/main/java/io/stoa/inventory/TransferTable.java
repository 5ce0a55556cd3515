package io.stoa.inventory;

import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of transfers and their lines. */
@Component
class TransferTable {

    private static final String SELECT = """
            SELECT t.id, t.origin, t.destination, t.state, t.sent_at, t.received_at,
                   (SELECT json_agg(json_build_object('sku', l.sku, 'sent', l.sent, 'received', l.received) ORDER BY l.sku)
                      FROM inventory.transfer_line l WHERE l.transfer_id = t.id) AS lines
              FROM inventory.transfer t
            """;

    private final JdbcClient database;

    TransferTable(JdbcClient database) {
        this.database = database;
    }

    /** Answers whether the key was new; waits for another transfer with the same key. */
    boolean insert(TransferId id, NewTransfer wish) {
        int inserted = database.sql("""
                INSERT INTO inventory.transfer (id, key, origin, destination, state)
                VALUES (:id, :key, :origin, :destination, 'SENT')
                ON CONFLICT (key) DO NOTHING
                """)
                .param("id", id.value())
                .param("key", wish.key())
                .param("origin", wish.from().value())
                .param("destination", wish.to().value())
                .update();
        if (inserted == 1) {
            insertLines(id, wish);
        }
        return inserted == 1;
    }

    private void insertLines(TransferId id, NewTransfer wish) {
        database.sql("""
                INSERT INTO inventory.transfer_line (transfer_id, sku, sent)
                SELECT :id, l.sku, l.sent FROM unnest(:skus::text[], :sent::int[]) AS l (sku, sent)
                """)
                .param("id", id.value())
                .param("skus", wish.goods().keySet().stream().map(Sku::value).toArray(String[]::new))
                .param("sent", wish.goods().values().stream().map(q -> q.units()).toArray(Integer[]::new))
                .update();
    }

    /** Marks it as received, once; answers whether this call did. */
    boolean receive(TransferId id, Map<Sku, Integer> counted) {
        int received = database.sql("""
                UPDATE inventory.transfer SET state = 'RECEIVED', received_at = clock_timestamp()
                 WHERE id = :id AND state = 'SENT'
                """).param("id", id.value()).update();
        if (received == 1) {
            database.sql("""
                    UPDATE inventory.transfer_line l SET received = c.pieces
                      FROM unnest(:skus::text[], :pieces::int[]) AS c (sku, pieces)
                     WHERE l.transfer_id = :id AND l.sku = c.sku
                    """)
                    .param("id", id.value())
                    .param("skus", counted.keySet().stream().map(Sku::value).toArray(String[]::new))
                    .param("pieces", counted.values().toArray(Integer[]::new))
                    .update();
        }
        return received == 1;
    }

    Optional<Transfer> find(TransferId id) {
        return database.sql(SELECT + "WHERE t.id = :id")
                .param("id", id.value())
                .query(TransferTable::transfer)
                .optional();
    }

    Optional<Transfer> byKey(String key) {
        return database.sql(SELECT + "WHERE t.key = :key")
                .param("key", key)
                .query(TransferTable::transfer)
                .optional();
    }

    /** The newest first. */
    List<Transfer> list(@Nullable LocationId to, Transfer.@Nullable State state, long before, int limit) {
        return database.sql(SELECT + """
                 WHERE t.id < :before
                   AND (:to::text IS NULL OR t.destination = :to)
                   AND (:state::text IS NULL OR t.state = :state)
                 ORDER BY t.id DESC
                 LIMIT :limit
                """)
                .param("before", before)
                .param("to", to == null ? null : to.value(), Types.VARCHAR)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(TransferTable::transfer)
                .list();
    }

    private static Transfer transfer(ResultSet row, int number) throws SQLException {
        return new Transfer(
                new TransferId(row.getLong("id")),
                new LocationId(row.getString("origin")),
                new LocationId(row.getString("destination")),
                Transfer.State.valueOf(row.getString("state")),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("received_at", OffsetDateTime.class)),
                List.of(Json.read(row.getString("lines"), Transfer.Line[].class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
