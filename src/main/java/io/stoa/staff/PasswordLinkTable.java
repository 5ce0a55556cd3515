package io.stoa.staff;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of links by which somebody chooses a password. */
@Component
class PasswordLinkTable {

    private final JdbcClient database;

    PasswordLinkTable(JdbcClient database) {
        this.database = database;
    }

    void save(Login login, byte[] token, Instant end) {
        var _ = database.sql("""
                INSERT INTO staff.password_link (login, token, ends_at)
                VALUES (:login, :token, :end)
                ON CONFLICT (login) DO UPDATE SET token = excluded.token, ends_at = excluded.ends_at
                """)
                .param("login", login.value())
                .param("token", token)
                .param("end", end.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whose link this is, while it is good and their account open. */
    Optional<Login> find(byte[] token, Instant now) {
        return database.sql("""
                SELECT l.login
                  FROM staff.password_link l
                  JOIN staff.account a ON a.login = l.login AND a.open
                 WHERE l.token = :token AND l.ends_at > :now
                """)
                .param("token", token)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Login(row.getString("login")))
                .optional();
    }

    /** Uses a link up; of two that try at once one gets it. */
    Optional<Login> take(byte[] token, Instant now) {
        return database.sql("""
                DELETE FROM staff.password_link l
                 USING staff.account a
                 WHERE a.login = l.login AND a.open AND l.token = :token AND l.ends_at > :now
                RETURNING l.login
                """)
                .param("token", token)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Login(row.getString("login")))
                .optional();
    }

    void end(Login login) {
        var _ = database.sql("DELETE FROM staff.password_link WHERE login = :login")
                .param("login", login.value())
                .update();
    }
}
