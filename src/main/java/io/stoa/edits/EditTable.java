package io.stoa.edits;

import io.stoa.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of changes of many articles, without their lines. */
@Component
class EditTable {

    private static final String COLUMNS =
            "id, version, state, wish, selection, actor, created_at, articles, reached, seen, lines, counts";

    private final JdbcClient database;

    EditTable(JdbcClient database) {
        this.database = database;
    }

    void insert(EditId id, Wish wish, Selection selection, String actor, Instant now, int articles) {
        var _ = database.sql("""
                INSERT INTO edits.change (id, state, wish, selection, actor, created_at, articles)
                VALUES (:id, 'PREPARING', :wish::jsonb, :selection::jsonb, :actor, :now, :articles)
                """)
                .param("id", id.value())
                .param("wish", Json.write(wish))
                .param("selection", Json.write(selection))
                .param("actor", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("articles", articles)
                .update();
    }

    Optional<Edit> find(EditId id) {
        return database.sql("SELECT " + COLUMNS + " FROM edits.change WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> edit(row))
                .optional();
    }

    List<Edit> byIds(Collection<EditId> ids) {
        return database.sql("SELECT " + COLUMNS + " FROM edits.change WHERE id = ANY(:ids)")
                .param("ids", ids.stream().map(EditId::value).distinct().toArray(Long[]::new))
                .query((row, n) -> edit(row))
                .list();
    }

    /** Newest first. */
    List<Edit> list(@Nullable EditId before, int limit) {
        return database.sql("SELECT " + COLUMNS + """
                  FROM edits.change
                 WHERE id < coalesce(:before, 9223372036854775807)
                 ORDER BY id DESC
                 LIMIT :limit
                """)
                .param("before", before == null ? null : before.value(), Types.BIGINT)
                .param("limit", limit)
                .query((row, n) -> edit(row))
                .list();
    }

    /** One that has work left and that nobody else works at; kept until the end of the transaction. */
    Optional<Edit> claim() {
        return database.sql("SELECT " + COLUMNS + """
                  FROM edits.change
                 WHERE state IN ('PREPARING', 'APPLYING', 'UNDOING')
                 ORDER BY id
                 LIMIT 1
                   FOR UPDATE SKIP LOCKED
                """)
                .query((row, n) -> edit(row))
                .optional();
    }

    /** Whether it stood so and stands otherwise now; the new version. Whoever orders it is whose it is from now on. */
    Optional<Long> move(EditId id, Edit.State from, Edit.State to, String actor) {
        return database.sql("""
                UPDATE edits.change
                   SET state = :to, actor = :actor, version = version + 1
                 WHERE id = :id AND state = :from
                RETURNING version
                """)
                .param("id", id.value())
                .param("from", from.name())
                .param("to", to.name())
                .param("actor", actor)
                .query(Long.class)
                .optional();
    }

    /** What was done of it; how many lines became or ceased to be what. The new version. */
    long advance(EditId id, @Nullable String reached, int seen, int lines, Map<EditLine.Outcome, Integer> counts) {
        return database.sql("""
                UPDATE edits.change
                   SET reached = :reached, seen = seen + :seen, lines = lines + :lines, counts = :counts::jsonb, version = version + 1
                 WHERE id = :id
                RETURNING version
                """)
                .param("id", id.value())
                .param("reached", reached, Types.VARCHAR)
                .param("seen", seen)
                .param("lines", lines)
                .param("counts", Json.write(counts))
                .query(Long.class)
                .single();
    }

    private static Edit edit(ResultSet row) throws SQLException {
        var counts = new EnumMap<EditLine.Outcome, Integer>(EditLine.Outcome.class);
        Json.MAPPER
                .readTree(row.getString("counts"))
                .properties()
                .forEach(one -> counts.put(
                        EditLine.Outcome.valueOf(one.getKey()), one.getValue().intValue()));
        return new Edit(
                new EditId(row.getLong("id")),
                row.getLong("version"),
                Edit.State.valueOf(row.getString("state")),
                Json.read(row.getString("wish"), Wish.class),
                Json.read(row.getString("selection"), Selection.class),
                row.getString("actor"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("articles"),
                row.getString("reached"),
                row.getInt("seen"),
                row.getInt("lines"),
                counts);
    }
}
