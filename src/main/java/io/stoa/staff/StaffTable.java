package io.stoa.staff;

import io.stoa.access.Role;
import io.stoa.shared.LocationId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /** The version of the new account, or nothing when there is one of this login. */
    Optional<Long> insert(Account account, @Nullable String passwordHash) {
        return database.sql("""
                INSERT INTO staff.account (login, name, password_hash, roles, home, open)
                VALUES (:login, :name, :hash, :roles, :home, :open)
                ON CONFLICT (login) DO NOTHING
                RETURNING version
                """)
                .params(columns(account))
                .param("hash", passwordHash, Types.VARCHAR)
                .query(Long.class)
                .optional();
    }

    /** The new version, or nothing when no administrator would be left; call {@link #lockAdministrators} before. */
    Optional<Long> update(Account account) {
        return database.sql("""
                UPDATE staff.account
                   SET name = :name, roles = :roles, home = :home, open = :open, version = version + 1
                 WHERE login = :login
                   AND (NOT (open AND 'ADMIN' = ANY(roles))
                        OR (:open AND 'ADMIN' = ANY(:roles::text[]))
                        OR EXISTS (SELECT 1 FROM staff.account other
                                    WHERE other.open AND 'ADMIN' = ANY(other.roles) AND other.login <> :login))
                RETURNING version
                """).params(columns(account)).query(Long.class).optional();
    }

    /** Two who close each other at once do it one after the other. */
    void lockAdministrators() {
        var _ = database.sql("""
                SELECT login
                  FROM staff.account
                 WHERE open AND 'ADMIN' = ANY(roles)
                 ORDER BY login
                   FOR UPDATE
                """).query(String.class).list();
    }

    /** Keeps the row as it is until the end of the transaction. */
    Optional<Account> lock(Login login) {
        return database.sql("SELECT login, name, roles, home, open FROM staff.account WHERE login = :login FOR UPDATE")
                .param("login", login.value())
                .query(StaffTable::account)
                .optional();
    }

    /** The new version. */
    long setPassword(Login login, String hash) {
        return database.sql("""
                UPDATE staff.account
                   SET password_hash = :hash, version = version + 1
                 WHERE login = :login
                RETURNING version
                """)
                .param("login", login.value())
                .param("hash", hash)
                .query(Long.class)
                .single();
    }

    /** The version that an account has from now on, for something that changes nothing else of it. */
    Optional<Long> touch(Login login) {
        return database.sql("UPDATE staff.account SET version = version + 1 WHERE login = :login AND open RETURNING version")
                .param("login", login.value())
                .query(Long.class)
                .optional();
    }

    private static Map<String, @Nullable Object> columns(Account account) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("login", account.login().value());
        columns.put("name", account.name());
        columns.put("roles", account.roles().stream().map(Role::name).sorted().toArray(String[]::new));
        columns.put("home", text(account.home()));
        columns.put("open", account.open());
        return columns;
    }

    List<Account> list(StaffQuery query) {
        return database.sql("""
                SELECT login, name, roles, home, open
                  FROM staff.account
                 WHERE login > :after
                   AND (:text = '' OR strpos(lower(name), :text) > 0 OR strpos(login, :text) > 0)
                   AND (:role::text IS NULL OR :role = ANY(roles))
                   AND (:open::boolean IS NULL OR open = :open)
                 ORDER BY login
                 LIMIT :limit
                """)
                .param("after", query.after())
                .param("text", query.text().strip().toLowerCase(Locale.ROOT))
                .param("role", query.role() == null ? null : query.role().name(), Types.VARCHAR)
                .param("open", query.open(), Types.BOOLEAN)
                .param("limit", query.size() + 1)
                .query(StaffTable::account)
                .list();
    }

    Optional<Account> find(Login login) {
        return database.sql("SELECT login, name, roles, home, open FROM staff.account WHERE login = :login")
                .param("login", login.value())
                .query(StaffTable::account)
                .optional();
    }

    Optional<String> passwordHash(Login login) {
        return database.sql("SELECT password_hash FROM staff.account WHERE login = :login AND open AND password_hash IS NOT NULL")
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
