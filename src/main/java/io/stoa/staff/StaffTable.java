package io.stoa.staff;

import io.stoa.access.Role;
import io.stoa.shared.LocationId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of accounts. */
@Component
class StaffTable {

    private static final int ACCOUNTS_MAX = 1000;

    private final JdbcClient database;

    StaffTable(JdbcClient database) {
        this.database = database;
    }

    void save(Account account, String passwordHash) {
        database.sql("""
                INSERT INTO staff.account (login, name, password_hash, roles, home, open)
                VALUES (:login, :name, :hash, :roles, :home, :open)
                ON CONFLICT (login) DO UPDATE
                   SET name = excluded.name, password_hash = excluded.password_hash, roles = excluded.roles,
                       home = excluded.home, open = excluded.open
                """)
                .param("login", account.login().value())
                .param("name", account.name())
                .param("hash", passwordHash)
                .param(
                        "roles",
                        account.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("home", text(account.home()))
                .param("open", account.open())
                .update();
    }

    boolean close(Login login) {
        return database.sql("UPDATE staff.account SET open = false WHERE login = :login AND open")
                        .param("login", login.value())
                        .update()
                == 1;
    }

    Optional<Account> find(Login login) {
        return database.sql("SELECT login, name, roles, home, open FROM staff.account WHERE login = :login")
                .param("login", login.value())
                .query(StaffTable::account)
                .optional();
    }

    Optional<String> passwordHash(Login login) {
        return database.sql("SELECT password_hash FROM staff.account WHERE login = :login AND open")
                .param("login", login.value())
                .query(String.class)
                .optional();
    }

    List<Account> all() {
        return database.sql("SELECT login, name, roles, home, open FROM staff.account ORDER BY login LIMIT :limit")
                .param("limit", ACCOUNTS_MAX)
                .query(StaffTable::account)
                .list();
    }

    boolean isEmpty() {
        return database.sql("SELECT NOT EXISTS (SELECT 1 FROM staff.account)")
                .query(Boolean.class)
                .single();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                new Login(row.getString("login")),
                row.getString("name"),
                roles(row.getArray("roles")),
                location(row.getString("home")),
                row.getBoolean("open"));
    }

    static Set<Role> roles(Array names) throws SQLException {
        return Arrays.stream((String[]) names.getArray()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static @Nullable LocationId location(@Nullable String name) {
        return name == null ? null : new LocationId(name);
    }

    static @Nullable String text(@Nullable LocationId location) {
        return location == null ? null : location.value();
    }
}
