package io.stoa.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of who is signed in. */
@Component
class SignInTable {

    private final JdbcClient database;

    SignInTable(JdbcClient database) {
        this.database = database;
    }

    void insert(long id, byte[] token, Entrance entrance, String actor, String device, Instant now, Instant end) {
        var _ = database.sql("""
                INSERT INTO access.sign_in (id, token, entrance, actor, device, opened_at, seen_at, ends_at)
                VALUES (:id, :token, :entrance, :actor, :device, :now, :now, :end)
                """)
                .param("id", id)
                .param("token", token)
                .param("entrance", entrance.name())
                .param("actor", actor)
                .param("device", device)
                .param("now", at(now))
                .param("end", at(end))
                .update();
    }

    Optional<SignedIn> find(byte[] token, Entrance entrance, Instant now) {
        return database.sql("""
                SELECT id, actor, device, opened_at, seen_at
                  FROM access.sign_in
                 WHERE token = :token AND entrance = :entrance AND ends_at > :now
                """)
                .param("token", token)
                .param("entrance", entrance.name())
                .param("now", at(now))
                .query(SignInTable::signedIn)
                .optional();
    }

    void seen(long id, Instant now, Instant end) {
        var _ = database.sql("UPDATE access.sign_in SET seen_at = :now, ends_at = :end WHERE id = :id")
                .param("now", at(now))
                .param("end", at(end))
                .param("id", id)
                .update();
    }

    /** Newest first. */
    List<SignedIn> of(String actor, Instant now, int limit) {
        return database.sql("""
                SELECT id, actor, device, opened_at, seen_at
                  FROM access.sign_in
                 WHERE actor = :actor AND ends_at > :now
                 ORDER BY seen_at DESC
                 LIMIT :limit
                """)
                .param("actor", actor)
                .param("now", at(now))
                .param("limit", limit)
                .query(SignInTable::signedIn)
                .list();
    }

    /** One, or with null all; but not the one to keep. Answers how many. */
    int end(String actor, @Nullable Long one, @Nullable Long keep) {
        return database.sql("""
                DELETE FROM access.sign_in
                 WHERE actor = :actor
                   AND (:one::bigint IS NULL OR id = :one)
                   AND (:keep::bigint IS NULL OR id <> :keep)
                """)
                .param("actor", actor)
                .param("one", one)
                .param("keep", keep)
                .update();
    }

    int forget(Instant now, int limit) {
        return database.sql("""
                DELETE FROM access.sign_in
                 WHERE id IN (SELECT id FROM access.sign_in WHERE ends_at <= :now LIMIT :limit)
                """).param("now", at(now)).param("limit", limit).update();
    }

    private static SignedIn signedIn(ResultSet row, int number) throws SQLException {
        return new SignedIn(
                row.getLong("id"),
                row.getString("actor"),
                row.getString("device"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
