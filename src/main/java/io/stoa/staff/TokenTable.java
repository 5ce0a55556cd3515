package io.stoa.staff;

import io.stoa.access.Role;
import io.stoa.shared.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of tokens. */
@Component
class TokenTable {

    private static final int TOKENS_MAX = 1000;

    private final JdbcClient database;

    TokenTable(JdbcClient database) {
        this.database = database;
    }

    /** Does nothing when there is a token with this secret already. */
    void insert(long id, byte[] hash, NewToken token) {
        database.sql("""
                INSERT INTO staff.token (id, hash, name, roles, channels, location)
                VALUES (:id, :hash, :name, :roles, :channels, :location)
                ON CONFLICT (hash) DO NOTHING
                """)
                .param("id", id)
                .param("hash", hash)
                .param("name", token.name())
                .param("roles", token.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("channels", token.channels().stream().map(Channel::name).toArray(String[]::new))
                .param("location", StaffTable.text(token.location()))
                .update();
    }

    Optional<Token> find(byte[] hash) {
        return database.sql("""
                SELECT id, name, roles, channels, location, created_at, revoked_at
                  FROM staff.token
                 WHERE hash = :hash
                """).param("hash", hash).query(TokenTable::token).optional();
    }

    List<Token> all() {
        return database.sql("""
                SELECT id, name, roles, channels, location, created_at, revoked_at
                  FROM staff.token
                 ORDER BY id DESC
                 LIMIT :limit
                """)
                .param("limit", TOKENS_MAX)
                .query(TokenTable::token)
                .list();
    }

    boolean revoke(long id) {
        return database.sql("UPDATE staff.token SET revoked_at = now() WHERE id = :id AND revoked_at IS NULL")
                        .param("id", id)
                        .update()
                == 1;
    }

    private static Token token(ResultSet row, int number) throws SQLException {
        var revoked = row.getObject("revoked_at", OffsetDateTime.class);
        return new Token(
                row.getLong("id"),
                row.getString("name"),
                StaffTable.roles(row.getArray("roles")),
                Arrays.stream((String[]) row.getArray("channels").getArray())
                        .map(Channel::valueOf)
                        .toList(),
                StaffTable.location(row.getString("location")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                revoked == null ? null : revoked.toInstant());
    }
}
