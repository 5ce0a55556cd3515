package io.stoa.routing;

import io.stoa.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of routing plans. */
@Component
class PlanTable {

    private static final String SELECT = "SELECT version, plan, actor, at FROM routing.plan ";

    private final JdbcClient database;

    PlanTable(JdbcClient database) {
        this.database = database;
    }

    Optional<PastPlan> version(long version) {
        return database.sql(SELECT + "WHERE version = :version")
                .param("version", version)
                .query(PlanTable::plan)
                .optional();
    }

    List<PastPlan> newestFirst(int limit) {
        return database.sql(SELECT + "ORDER BY version DESC LIMIT :limit")
                .param("limit", limit)
                .query(PlanTable::plan)
                .list();
    }

    /** Until the end of the transaction nobody else adds one; reading goes on. */
    void lock() {
        database.sql("LOCK TABLE routing.plan IN SHARE ROW EXCLUSIVE MODE").update();
    }

    void add(long version, RoutingPlan plan, String actor, Instant at) {
        database.sql("INSERT INTO routing.plan (version, plan, actor, at) VALUES (:version, CAST(:plan AS jsonb), :actor, :at)")
                .param("version", version)
                .param("plan", Json.write(plan))
                .param("actor", actor)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private static PastPlan plan(ResultSet row, int number) throws SQLException {
        return new PastPlan(
                row.getLong("version"),
                Json.read(row.getString("plan"), RoutingPlan.class),
                row.getString("actor"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
