package io.stoa.drawer;

import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code drawer.till} and {@code drawer.drawer}. */
@Component
class DrawerTable {

    private static final String DRAWER = """
            SELECT d.id, d.location, d.till, d.currency, d.opening, d.business_day, d.opened_by, d.opened_at, d.state, d.version,
                   d.z, d.closed_by, d.closed_at, d.count, d.reason, d.report
              FROM drawer.drawer d
            """;

    private final JdbcClient database;

    DrawerTable(JdbcClient database) {
        this.database = database;
    }

    void name(Till till) {
        database.sql("INSERT INTO drawer.till (location, name) VALUES (:location, :name) ON CONFLICT DO NOTHING")
                .param("location", till.location().value())
                .param("name", till.name())
                .update();
    }

    List<Till> tills(LocationId location) {
        return database.sql("SELECT location, name FROM drawer.till WHERE location = :location ORDER BY name LIMIT 200")
                .param("location", location.value())
                .query((row, n) -> new Till(new LocationId(row.getString("location")), row.getString("name")))
                .list();
    }

    /** Until the transaction ends nothing else is decided about this till; false when nobody named one so. */
    boolean lock(Till till) {
        return lock(till, "FOR UPDATE");
    }

    /** Until the transaction ends no drawer is opened or closed at this till, and others may put in what came, too. */
    boolean lockShared(Till till) {
        return lock(till, "FOR SHARE");
    }

    private boolean lock(Till till, String how) {
        return database.sql("SELECT 1 FROM drawer.till WHERE location = :location AND name = :name " + how)
                .param("location", till.location().value())
                .param("name", till.name())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    Optional<Drawer> openAt(Till till) {
        return database.sql(DRAWER + " WHERE d.location = :location AND d.till = :till AND d.state = 'OPEN'")
                .param("location", till.location().value())
                .param("till", till.name())
                .query(DrawerTable::drawer)
                .optional();
    }

    Optional<Drawer> find(DrawerId id) {
        return database.sql(DRAWER + " WHERE d.id = :id")
                .param("id", id.value())
                .query(DrawerTable::drawer)
                .optional();
    }

    /** What a closed drawer was closed with. */
    Optional<DrawerReport> report(DrawerId id) {
        return database.sql("SELECT report FROM drawer.drawer WHERE id = :id AND report IS NOT NULL")
                .param("id", id.value())
                .query((row, n) -> Json.read(row.getString("report"), DrawerReport.class))
                .optional();
    }

    /** Newest first; one query, in which only the conditions stand that are meant, so that each finds its index. */
    List<ListedDrawer> list(DrawerQuery query, int limit) {
        return database.sql(DRAWER + " WHERE d.id < :before"
                        + (query.location() == null ? "" : " AND d.location = :location")
                        + (query.till() == null ? "" : " AND d.till = :till")
                        + (query.day() == null ? "" : " AND d.business_day = :day::date")
                        + " ORDER BY d.id DESC LIMIT :limit")
                .param(
                        "location",
                        query.location() == null ? null : query.location().value())
                .param("till", query.till())
                .param("day", query.day() == null ? null : query.day().toString())
                .param(
                        "before",
                        query.after() == null ? Long.MAX_VALUE : query.after().value())
                .param("limit", limit)
                .query(DrawerTable::listed)
                .list();
    }

    void insert(Drawer drawer) {
        database.sql("""
                INSERT INTO drawer.drawer (id, location, till, currency, opening, business_day, opened_by, opened_at, state)
                VALUES (:id, :location, :till, :currency, :opening, :day::date, :by, :at::timestamptz, 'OPEN')
                """)
                .param("id", drawer.id().value())
                .param("location", drawer.till().location().value())
                .param("till", drawer.till().name())
                .param("currency", drawer.opening().currency().getCurrencyCode())
                .param("opening", drawer.opening().minor())
                .param("day", drawer.businessDay().toString())
                .param("by", drawer.openedBy())
                .param("at", drawer.openedAt().toString())
                .update();
    }

    /** A fact more about an open drawer: the version that its event tells. */
    long next(DrawerId id) {
        return database.sql(
                        "UPDATE drawer.drawer SET version = version + 1 WHERE id = :id AND state = 'OPEN' RETURNING version")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    /** The number of the next Z report of this till, without gaps: it is given back when the transaction fails. */
    int nextZ(Till till) {
        return database.sql("UPDATE drawer.till SET z = z + 1 WHERE location = :location AND name = :name RETURNING z")
                .param("location", till.location().value())
                .param("name", till.name())
                .query(Integer.class)
                .single();
    }

    void close(DrawerReport report) {
        var drawer = report.drawer();
        var closing = Objects.requireNonNull(drawer.closing());
        int closed = database.sql("""
                UPDATE drawer.drawer
                   SET state = 'CLOSED', z = :z, closed_by = :by, closed_at = :at::timestamptz, count = :count::json,
                       reason = :reason, report = :report::json, version = :version
                 WHERE id = :id AND state = 'OPEN'
                """)
                .param("id", drawer.id().value())
                .param("z", closing.z())
                .param("by", closing.closedBy())
                .param("at", closing.closedAt().toString())
                .param("count", Json.write(closing.count()))
                .param("reason", closing.reason())
                .param("report", Json.write(report))
                .param("version", drawer.version())
                .update();
        if (closed != 1) {
            throw new IllegalStateException("Drawer " + drawer.id() + " was closed while its till was locked");
        }
    }

    private static ListedDrawer listed(ResultSet row, int number) throws SQLException {
        var report = row.getString("report");
        return new ListedDrawer(drawer(row, number), report == null ? null : Json.read(report, DrawerReport.class));
    }

    private static Drawer drawer(ResultSet row, int number) throws SQLException {
        return new Drawer(
                new DrawerId(row.getLong("id")),
                new Till(new LocationId(row.getString("location")), row.getString("till")),
                Drawer.State.valueOf(row.getString("state")),
                Money.of(row.getLong("opening"), row.getString("currency")),
                row.getObject("business_day", LocalDate.class),
                row.getString("opened_by"),
                time(row, "opened_at"),
                closing(row),
                row.getLong("version"));
    }

    private static Drawer.@Nullable Closing closing(ResultSet row) throws SQLException {
        var count = row.getString("count");
        return count == null
                ? null
                : new Drawer.Closing(
                        row.getInt("z"),
                        row.getString("closed_by"),
                        time(row, "closed_at"),
                        Json.read(count, Count.class),
                        row.getString("reason"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
