package io.stoa.events;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that asks the log who did what. Only the conditions that are meant are written, so that each finds its index. */
@Component
class AuditTable {

    private static final String STAFF = "actor LIKE 'staff:%'";

    private final JdbcClient database;

    AuditTable(JdbcClient database) {
        this.database = database;
    }

    List<Event> list(AuditQuery query) {
        var where = new ArrayList<String>();
        var values = new HashMap<String, @Nullable Object>();
        values.put("start", query.from() == null ? 0L : firstSince(query.from()));
        values.put("end", Math.min(
                query.before() == null ? Long.MAX_VALUE : query.before(), query.until() == null ? Long.MAX_VALUE : firstSince(query.until())));
        var actor = query.login() == null ? null : "staff:" + query.login();
        boolean subject = query.key() != null || query.order() != null;
        add("key = :key", "key", query.key(), where, values);
        add("order_id = :order", "order", query.order() == null ? null : query.order().value(), where, values);
        if (!subject || actor != null) {
            where.add(STAFF);
        }
        if (!query.without().isEmpty()) {
            where.add("type <> ALL (:without::text[])");
            values.put("without", query.without().toArray(String[]::new));
        }
        var lead = subject ? null : actor != null ? "actor" : query.type() != null ? "type" : null;
        add(lead("actor", lead), "actor", actor, where, values);
        add(lead("type", lead), "type", query.type(), where, values);
        if (lead == null) {
            where.add("seq >= :start AND seq < :end");
        }
        return database.sql("SELECT " + LogTable.COLUMNS + " FROM events.log WHERE " + String.join(" AND ", where)
                        + " ORDER BY " + (lead == null ? "" : lead + " DESC, ") + "seq DESC LIMIT :limit")
                .params(values)
                .param("limit", query.size())
                .query(LogTable::event)
                .list();
    }

    /**
     * A column that leads is said as a range, and the numbers only with it: then just one index has the rows in order, and what was
     * seldom done, and long ago, is found without reading all that was done since.
     */
    private static String lead(String column, @Nullable String lead) {
        return column.equals(lead)
                ? "(%1$s, seq) >= (:%1$s, :start) AND (%1$s, seq) < (:%1$s, :end)".formatted(column)
                : column + " = :" + column;
    }

    /** The newest of each by its index, and the newest of those. */
    List<Event> of(Collection<String> keys, int limit) {
        return database.sql("SELECT " + LogTable.COLUMNS + """
                  FROM unnest(:keys::text[]) AS given (one)
                 CROSS JOIN LATERAL (SELECT * FROM events.log WHERE key = given.one ORDER BY seq DESC LIMIT :limit) AS log
                 ORDER BY seq DESC
                 LIMIT :limit
                """)
                .param("keys", keys.toArray(String[]::new))
                .param("limit", limit)
                .query(LogTable::event)
                .list();
    }

    Optional<Event> find(long seq) {
        return database.sql("SELECT " + LogTable.COLUMNS + " FROM events.log WHERE seq = :seq")
                .param("seq", seq)
                .query(LogTable::event)
                .optional();
    }

    Optional<Event> before(Event event) {
        return database.sql("SELECT " + LogTable.COLUMNS + """
                  FROM events.log
                 WHERE key = :key AND seq < :seq AND type = :type
                 ORDER BY seq DESC
                 LIMIT 1
                """)
                .param("key", event.key())
                .param("seq", event.seq())
                .param("type", event.type())
                .query(LogTable::event)
                .optional();
    }

    /** Jumps from kind to kind in the index, however many there are of each. */
    List<String> kinds() {
        return database.sql("""
                WITH RECURSIVE kind (type) AS (
                    (SELECT type FROM events.log WHERE actor LIKE 'staff:%' ORDER BY type LIMIT 1)
                    UNION ALL
                    SELECT (SELECT type FROM events.log WHERE actor LIKE 'staff:%' AND type > kind.type ORDER BY type LIMIT 1)
                      FROM kind
                     WHERE kind.type IS NOT NULL)
                SELECT type FROM kind WHERE type IS NOT NULL
                """).query((row, n) -> row.getString("type")).list();
    }

    /** The number of the first event at or after a moment, found by halving: numbers grow with time. */
    private long firstSince(Instant moment) {
        long low = 0;
        long high = database.sql("SELECT coalesce(max(seq), 0) + 1 FROM events.log").query(Long.class).single();
        while (low < high) {
            long middle = low + (high - low) / 2;
            var later = database.sql("""
                    SELECT seq FROM (SELECT seq, at FROM events.log WHERE seq >= :middle ORDER BY seq LIMIT 1) AS one
                     WHERE at < :moment
                    """)
                    .param("middle", middle)
                    .param("moment", moment.atOffset(ZoneOffset.UTC))
                    .query((row, n) -> row.getLong("seq"))
                    .optional();
            if (later.isPresent()) {
                low = later.get() + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void add(
            String condition, String name, @Nullable Object value, List<String> where, Map<String, @Nullable Object> values) {
        if (value != null) {
            where.add(condition);
            values.put(name, value);
        }
    }
}
