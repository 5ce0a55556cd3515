package io.stoa.events;

import io.stoa.shared.CardNumbers;
import io.stoa.shared.Channel;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code events.log}. */
@Component
class LogTable {

    static final String COLUMNS =
            "seq, type, key, key_version, customer, order_id, channel, location, device, actor, payload, at";

    private final JdbcClient database;

    LogTable(JdbcClient database) {
        this.database = database;
    }

    void append(List<NewEvent> events) {
        int appended = database.sql("""
                INSERT INTO events.log
                       (type, key, key_version, customer, order_id, channel, location, device, actor, payload)
                SELECT e.type, e.key, e.key_version, e.customer, e.order_id, e.channel, e.location, e.device, e.actor,
                       e.payload::json
                  FROM unnest(:types::text[], :keys::text[], :versions::bigint[], :customers::bigint[], :orders::bigint[],
                              :channels::text[], :locations::text[], :devices::text[], :actors::text[], :payloads::text[])
                       WITH ORDINALITY
                       AS e (type, key, key_version, customer, order_id, channel, location, device, actor, payload,
                             position)
                 ORDER BY e.position
                """)
                .param("types", texts(events, NewEvent::type))
                .param("keys", texts(events, NewEvent::key))
                .param("versions", numbers(events, NewEvent::keyVersion))
                .param("customers", numbers(events, LogTable::customer))
                .param("orders", numbers(events, LogTable::order))
                .param("channels", texts(events, e -> e.touchpoint().channel().name()))
                .param("locations", texts(events, LogTable::location))
                .param("devices", texts(events, e -> e.touchpoint().device()))
                .param("actors", texts(events, e -> e.touchpoint().actor().toString()))
                .param("payloads", texts(events, e -> CardNumbers.without(Json.write(e.payload()))))
                .update();
        if (appended != events.size()) {
            throw new IllegalStateException("Appended " + appended + " of " + events.size() + " events");
        }
    }

    List<Event> byKey(String key, int limit) {
        return database.sql("SELECT " + COLUMNS + " FROM events.log WHERE key = :key ORDER BY seq LIMIT :limit")
                .param("key", key)
                .param("limit", limit)
                .query(LogTable::event)
                .list();
    }

    List<Event> byOrder(long order, int limit) {
        return database.sql("SELECT " + COLUMNS + " FROM events.log WHERE order_id = :order ORDER BY seq LIMIT :limit")
                .param("order", order)
                .param("limit", limit)
                .query(LogTable::event)
                .list();
    }

    List<Event> byCustomer(long customer, int limit) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM events.log WHERE customer = :customer ORDER BY seq DESC LIMIT :limit")
                .param("customer", customer)
                .param("limit", limit)
                .query(LogTable::event)
                .list();
    }

    List<Event> latest(int limit) {
        return database.sql("SELECT " + COLUMNS + " FROM events.log ORDER BY seq DESC LIMIT :limit")
                .param("limit", limit)
                .query(LogTable::event)
                .list();
    }

    /** Events in {@code (after, to]}, in order; for live readers, which want every type. */
    List<Event> range(long after, long to, int limit) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM events.log WHERE seq > :after AND seq <= :to ORDER BY seq LIMIT :limit")
                .param("after", after)
                .param("to", to)
                .param("limit", limit)
                .query(LogTable::event)
                .list();
    }

    /** Events in {@code (after, to]} for one cursor: of its types, without the keys it has set aside. */
    List<Event> unread(String cursor, Collection<String> types, long after, long to, int limit) {
        return database.sql("SELECT " + COLUMNS + """
                  FROM events.log l
                 WHERE seq > :after AND seq <= :to AND type = ANY(:types)
                   AND NOT EXISTS (SELECT 1 FROM events.aside a WHERE a.cursor = :cursor AND a.key = l.key)
                 ORDER BY seq
                 LIMIT :limit
                """)
                .param("cursor", cursor)
                .param("types", types.toArray(String[]::new))
                .param("after", after)
                .param("to", to)
                .param("limit", limit)
                .query(LogTable::event)
                .list();
    }

    /** Events of one key in {@code [from, to]} that a cursor left behind when it set the key aside. */
    List<Event> leftBehind(Collection<String> types, String key, long from, long to, int limit) {
        return database.sql("SELECT " + COLUMNS + """
                  FROM events.log
                 WHERE key = :key AND seq >= :from AND seq <= :to AND type = ANY(:types)
                 ORDER BY seq
                 LIMIT :limit
                """)
                .param("key", key)
                .param("types", types.toArray(String[]::new))
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query(LogTable::event)
                .list();
    }

    static Event event(ResultSet row, int number) throws SQLException {
        var location = row.getString("location");
        return new Event(
                row.getLong("seq"),
                row.getString("type"),
                row.getString("key"),
                row.getLong("key_version"),
                row.getObject("customer", Long.class),
                row.getObject("order_id", Long.class),
                Channel.valueOf(row.getString("channel")),
                location == null ? null : new LocationId(location),
                row.getString("device"),
                row.getString("actor"),
                row.getString("payload"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Long customer(NewEvent event) {
        var customer = event.customer();
        return customer == null ? null : customer.value();
    }

    private static @Nullable Long order(NewEvent event) {
        var order = event.order();
        return order == null ? null : order.value();
    }

    private static @Nullable String location(NewEvent event) {
        var location = event.touchpoint().location();
        return location == null ? null : location.value();
    }

    private static @Nullable String[] texts(List<NewEvent> events, Function<NewEvent, @Nullable String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable Long[] numbers(List<NewEvent> events, Function<NewEvent, @Nullable Long> column) {
        return events.stream().map(column).toArray(Long[]::new);
    }
}
