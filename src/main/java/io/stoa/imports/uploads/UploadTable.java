package io.stoa.imports.uploads;

import io.stoa.imports.uploads.Upload.State;
import io.stoa.shared.Json;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of imports.upload. */
@Component
class UploadTable {

    private static final String COLUMNS =
            "id, version, kind, state, file, actor, created_at, percent, outcome, rejected IS NOT NULL AS has_rejected, problem";

    private final JdbcClient database;

    UploadTable(JdbcClient database) {
        this.database = database;
    }

    /** What the work needs: how the rows are to be read, and they themselves. */
    record Work(String mapping, String csv) {}

    void insert(UploadId id, Kind kind, String file, String mapping, byte[] content, String actor, Instant now) {
        var _ = database.sql("""
                INSERT INTO imports.upload (id, kind, state, file, mapping, content, actor, created_at, changed_at)
                VALUES (:id, :kind, 'CHECKING', :file, :mapping, :content, :actor, :now, :now)
                """)
                .param("id", id.value())
                .param("kind", kind.name())
                .param("file", file)
                .param("mapping", mapping)
                .param("content", content)
                .param("actor", actor)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Upload> find(UploadId id) {
        return database.sql("SELECT " + COLUMNS + " FROM imports.upload WHERE id = :id")
                .param("id", id.value())
                .query((row, n) -> upload(row))
                .optional();
    }

    /** Newest first. */
    List<Upload> list(int limit) {
        return database.sql("SELECT " + COLUMNS + " FROM imports.upload ORDER BY id DESC LIMIT :limit")
                .param("limit", limit)
                .query((row, n) -> upload(row))
                .list();
    }

    /** The oldest first. */
    List<Upload> atWork() {
        return database.sql("SELECT " + COLUMNS + " FROM imports.upload WHERE state IN ('CHECKING', 'IMPORTING') ORDER BY id LIMIT 20")
                .query((row, n) -> upload(row))
                .list();
    }

    Optional<Work> work(UploadId id) {
        return database.sql("SELECT mapping, content FROM imports.upload WHERE id = :id AND content IS NOT NULL")
                .param("id", id.value())
                .query((row, n) -> new Work(row.getString("mapping"), new String(Packed.open(row.getBytes("content")), StandardCharsets.UTF_8)))
                .optional();
    }

    Optional<byte[]> rejected(UploadId id) {
        return database.sql("SELECT rejected FROM imports.upload WHERE id = :id AND rejected IS NOT NULL")
                .param("id", id.value())
                .query((row, n) -> row.getBytes("rejected"))
                .optional();
    }

    /** Whether it stood so and stands otherwise now; the new version. What has ended keeps no rows. */
    Optional<Long> move(UploadId id, State from, State to, Instant now) {
        return database.sql("""
                UPDATE imports.upload
                   SET state = :to, version = version + 1, percent = 0, changed_at = :now,
                       content = CASE WHEN :to IN ('PREVIEW', 'IMPORTING') THEN content END
                 WHERE id = :id AND state = :from
                RETURNING version
                """)
                .param("id", id.value())
                .param("from", from.name())
                .param("to", to.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }

    /** What came of the work of now; {@code rejected} null leaves what is there. */
    void outcome(UploadId id, Upload.@Nullable Outcome outcome, byte @Nullable [] rejected, @Nullable String problem) {
        var _ = database.sql("""
                UPDATE imports.upload
                   SET outcome = coalesce(:outcome::jsonb, outcome), rejected = coalesce(:rejected::bytea, rejected), problem = :problem
                 WHERE id = :id
                """)
                .param("id", id.value())
                .param("outcome", outcome == null ? null : Json.write(outcome), Types.VARCHAR)
                .param("rejected", rejected, Types.BINARY)
                .param("problem", problem, Types.VARCHAR)
                .update();
    }

    /** The new version. */
    Optional<Long> percent(UploadId id, State at, int percent) {
        return database.sql("""
                UPDATE imports.upload SET percent = :percent, version = version + 1 WHERE id = :id AND state = :state RETURNING version
                """)
                .param("id", id.value())
                .param("state", at.name())
                .param("percent", percent)
                .query(Long.class)
                .optional();
    }

    /** What nobody decided on is given up, and what was refused long ago is forgotten. */
    void forget(Instant undecided, Instant refused) {
        var _ = database.sql("""
                UPDATE imports.upload SET state = 'DISCARDED', content = NULL, version = version + 1
                 WHERE state = 'PREVIEW' AND content IS NOT NULL AND changed_at < :undecided
                """)
                .param("undecided", undecided.atOffset(ZoneOffset.UTC))
                .update();
        var _ = database.sql("""
                UPDATE imports.upload SET rejected = NULL
                 WHERE rejected IS NOT NULL AND changed_at < :refused AND state IN ('DONE', 'DISCARDED', 'FAILED')
                """)
                .param("refused", refused.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Upload upload(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Upload(
                new UploadId(row.getLong("id")),
                row.getLong("version"),
                Kind.valueOf(row.getString("kind")),
                State.valueOf(row.getString("state")),
                row.getString("file"),
                row.getString("actor"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("percent"),
                outcome == null ? null : Json.read(outcome, Upload.Outcome.class),
                row.getBoolean("has_rejected"),
                row.getString("problem"));
    }
}
