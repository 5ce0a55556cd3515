package io.stoa.returns;

import io.stoa.orders.views.OrderView;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of returns and their lines. */
@Component
class ReturnTable {

    private static final String DOCUMENT = """
            SELECT d.id, d.order_id, d.kind, d.customer, d.state, d.location, d.currency, d.worth, d.refunded, d.exchanged,
                   d.kept, d.overruled_by, d.overruled_for, d.version, d.opened_at, d.updated_at,
                   (SELECT json_agg(json_build_object('line', l.line, 'sku', l.sku, 'title', l.title, 'quantity', l.quantity,
                                                      'reason', l.reason, 'disposition', l.disposition) ORDER BY l.line)
                      FROM returns.line l WHERE l.return_id = d.id) AS lines
              FROM returns.document d
            """;

    private final JdbcClient database;

    ReturnTable(JdbcClient database) {
        this.database = database;
    }

    /** Stores the document without its lines; answers whether its key was new. Waits for another one with the same key. */
    boolean insert(ReturnId id, NewReturn wish, OrderView order, Touchpoint touchpoint, Instant now) {
        var customer = order.customer();
        var overrule = wish.overrule();
        return database.sql("""
                INSERT INTO returns.document (id, key, order_id, kind, customer, channel, state, currency, overruled_by, overruled_for,
                                              opened_at, updated_at)
                VALUES (:id, :key, :order, :kind, :customer, :channel, 'REQUESTED', :currency, :by, :for, :now::timestamptz,
                        :now::timestamptz)
                ON CONFLICT (key) DO NOTHING
                """)
                        .param("id", id.value())
                        .param("key", wish.key())
                        .param("order", wish.order().value())
                        .param("kind", wish.kind().name())
                        .param("customer", customer == null ? null : customer.value())
                        .param("channel", touchpoint.channel().name())
                        .param("currency", order.total().currency().getCurrencyCode())
                        .param("by", overrule == null ? null : overrule.by())
                        .param("for", overrule == null ? null : overrule.reason())
                        .param("now", now.toString())
                        .update()
                == 1;
    }

    void insertLines(ReturnId id, List<Return.Line> lines) {
        database.sql("""
                INSERT INTO returns.line (return_id, line, sku, title, quantity, reason)
                SELECT :id, l.line, l.sku, l.title, l.quantity, l.reason
                  FROM unnest(:lines::int[], :skus::text[], :titles::text[], :quantities::int[], :reasons::text[])
                       AS l (line, sku, title, quantity, reason)
                """)
                .param("id", id.value())
                .param("lines", lines.stream().map(Return.Line::line).toArray(Integer[]::new))
                .param("skus", lines.stream().map(line -> line.sku().value()).toArray(String[]::new))
                .param("titles", lines.stream().map(Return.Line::title).toArray(String[]::new))
                .param("quantities", lines.stream().map(Return.Line::quantity).toArray(Integer[]::new))
                .param(
                        "reasons",
                        lines.stream().map(line -> line.reason().name()).toArray(String[]::new))
                .update();
    }

    /** The key is free again: what was inserted in this transaction came to nothing. */
    void withdraw(ReturnId id) {
        database.sql("DELETE FROM returns.line WHERE return_id = :id")
                .param("id", id.value())
                .update();
        database.sql("DELETE FROM returns.document WHERE id = :id")
                .param("id", id.value())
                .update();
    }

    Optional<Return> find(ReturnId id) {
        return database.sql(DOCUMENT + " WHERE d.id = :id")
                .param("id", id.value())
                .query(ReturnTable::document)
                .optional();
    }

    Optional<Return> byKey(String key) {
        return database.sql(DOCUMENT + " WHERE d.key = :key")
                .param("key", key)
                .query(ReturnTable::document)
                .optional();
    }

    List<Return> ofOrder(OrderId order) {
        return database.sql(DOCUMENT + " WHERE d.order_id = :order ORDER BY d.id")
                .param("order", order.value())
                .query(ReturnTable::document)
                .list();
    }

    /** Newest first; without a state, all. */
    List<Return> list(@Nullable ReturnState state, long before, int limit) {
        return database.sql(DOCUMENT + """
                 WHERE d.id < :before AND (:state::text IS NULL OR d.state = :state)
                 ORDER BY d.id DESC
                 LIMIT :limit
                """)
                .param("before", before)
                .param("state", state == null ? null : state.name())
                .param("limit", limit)
                .query(ReturnTable::document)
                .list();
    }

    /** The document, locked until the transaction ends. */
    Optional<Return> lock(ReturnId id) {
        var found = database.sql("SELECT id FROM returns.document WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Long.class)
                .optional();
        return found.flatMap(there -> find(id));
    }

    boolean cancel(ReturnId id, Instant now) {
        return database.sql("""
                UPDATE returns.document SET state = 'CANCELLED', version = version + 1, updated_at = :now::timestamptz
                 WHERE id = :id AND state = 'REQUESTED'
                """)
                        .param("id", id.value())
                        .param("now", now.toString())
                        .update()
                == 1;
    }

    /** From now on its worth is due to the customer, or kept for what they take instead. */
    boolean receive(
            ReturnId id, @Nullable LocationId location, Map<Integer, Disposition> lines, Money worth, Instant now) {
        database.sql("""
                UPDATE returns.line l SET disposition = r.disposition
                  FROM unnest(:lines::int[], :dispositions::text[]) AS r (line, disposition)
                 WHERE l.return_id = :id AND l.line = r.line
                """)
                .param("id", id.value())
                .param("lines", lines.keySet().toArray(Integer[]::new))
                .param("dispositions", lines.values().stream().map(Enum::name).toArray(String[]::new))
                .update();
        return database.sql("""
                UPDATE returns.document
                   SET state = 'RECEIVED', location = :location, worth = :worth, kept = kind = 'EXCHANGE',
                       next_try_at = CASE WHEN kind <> 'EXCHANGE' THEN :now::timestamptz END,
                       version = version + 1, updated_at = :now::timestamptz
                 WHERE id = :id AND state = 'REQUESTED'
                """)
                        .param("id", id.value())
                        .param("location", location == null ? null : location.value())
                        .param("worth", worth.minor())
                        .param("now", now.toString())
                        .update()
                == 1;
    }

    /** What is left of it is not kept any longer; answers whether it was. */
    boolean letGo(ReturnId id, Instant now) {
        return database.sql("""
                UPDATE returns.document SET kept = false, next_try_at = :now::timestamptz WHERE id = :id AND kept
                """)
                        .param("id", id.value())
                        .param("now", now.toString())
                        .update()
                == 1;
    }

    /** All of its money is back; answers whether it was not before. */
    boolean close(ReturnId id, Instant now) {
        return database.sql("""
                UPDATE returns.document
                   SET state = 'REFUNDED', refunded = worth - exchanged, kept = false, next_try_at = NULL, version = version + 1,
                       updated_at = :now::timestamptz
                 WHERE id = :id AND state = 'RECEIVED'
                """)
                        .param("id", id.value())
                        .param("now", now.toString())
                        .update()
                == 1;
    }

    /** Some of its money is still due: try again later, twice as long with each try, an hour at most. */
    void putOff(ReturnId id, Money refunded, Duration first, Instant now) {
        database.sql("""
                UPDATE returns.document
                   SET refunded = :refunded, tries = tries + 1,
                       next_try_at = CASE WHEN NOT kept THEN :now::timestamptz + LEAST(:first * power(2, LEAST(tries, 20)), 3600) * INTERVAL '1 second' END
                 WHERE id = :id AND state = 'RECEIVED'
                """)
                .param("id", id.value())
                .param("refunded", refunded.minor())
                .param("first", first.toSeconds())
                .param("now", now.toString())
                .update();
    }

    /** Documents whose money is due now, put off by a minute, so that one that keeps failing does not keep others waiting. */
    List<ReturnId> takeDue(Instant now, int limit) {
        return database.sql("""
                UPDATE returns.document d SET next_try_at = :now::timestamptz + INTERVAL '1 minute'
                  FROM (SELECT id FROM returns.document
                         WHERE next_try_at <= :now::timestamptz
                         ORDER BY next_try_at
                         LIMIT :limit
                           FOR UPDATE SKIP LOCKED) due
                 WHERE d.id = due.id
                RETURNING d.id
                """)
                .param("now", now.toString())
                .param("limit", limit)
                .query((row, n) -> new ReturnId(row.getLong(1)))
                .list();
    }

    private static Return document(ResultSet row, int number) throws SQLException {
        var customer = row.getObject("customer", Long.class);
        var location = row.getString("location");
        var currency = row.getString("currency");
        return new Return(
                new ReturnId(row.getLong("id")),
                new OrderId(row.getLong("order_id")),
                ReturnKind.valueOf(row.getString("kind")),
                customer == null ? null : new CustomerId(customer),
                ReturnState.valueOf(row.getString("state")),
                location == null ? null : new LocationId(location),
                lines(row.getString("lines")),
                Money.of(row.getLong("worth"), currency),
                Money.of(row.getLong("refunded"), currency),
                Money.of(row.getLong("exchanged"), currency),
                row.getBoolean("kept"),
                overrule(row),
                row.getLong("version"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Overrule overrule(ResultSet row) throws SQLException {
        var by = row.getString("overruled_by");
        return by == null ? null : new Overrule(by, row.getString("overruled_for"));
    }

    /** A document that was just inserted has no lines yet. */
    private static List<Return.Line> lines(@Nullable String json) {
        return json == null ? List.of() : List.of(Json.read(json, Return.Line[].class));
    }
}
