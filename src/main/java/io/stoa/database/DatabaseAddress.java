package io.stoa.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where a database is and how to sign in. The password never shows in {@link #toString()}. */
public record DatabaseAddress(
        String host, int port, String database, String user, String password, Map<String, String> options) {

    static final int STANDARD_PORT = 5432;

    public DatabaseAddress {
        options = Map.copyOf(options);
    }

    /**
     * Reads {@code postgres://user:password@host:port/database?option=value}, also with {@code postgresql:} or in the form
     * of JDBC.
     *
     * @throws DatabaseUnusable when it is none of these
     */
    public static DatabaseAddress parse(String url) {
        var text = url.strip().replaceFirst("^jdbc:", "");
        if (!text.startsWith("postgres://") && !text.startsWith("postgresql://")) {
            throw unreadable();
        }
        try {
            return of(URI.create(text));
        } catch (IllegalArgumentException malformed) {
            throw unreadable();
        }
    }

    /** The same server and sign-in, another database. */
    public DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(host, port, name, user, password, options);
    }

    /** The address for JDBC, without user and password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** A connection of its own, outside any pool, which the caller closes. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), properties());
    }

    /**
     * Looks in once, before anything is started that takes long.
     *
     * @throws DatabaseUnusable when nobody is let in, or a newer Stoa has been there
     */
    public void refuseUnusable() {
        try (var connection = connect()) {
            SchemaVersions.refuseNewer(connection);
        } catch (SQLException shut) {
            throw new DatabaseUnusable(DatabaseUnusable.unreachable("The database (" + this + ")", shut), shut);
        }
    }

    Properties properties() {
        var properties = new Properties();
        properties.put("user", user);
        properties.put("password", password);
        properties.put("ApplicationName", "stoa");
        properties.put("connectTimeout", "10");
        properties.put("tcpKeepAlive", "true");
        properties.put("reWriteBatchedInserts", "true");
        properties.put("options", "-c jit=off");
        properties.putAll(options);
        return properties;
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port + "/" + database;
    }

    private static DatabaseAddress of(URI uri) {
        var options = options(uri.getRawQuery());
        var userInfo = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        var colon = userInfo.indexOf(':');
        var user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
        var password = colon < 0 ? "" : decode(userInfo.substring(colon + 1));
        var path = uri.getPath() == null ? "" : uri.getPath().replaceFirst("^/", "");
        var asked = options.remove("user");
        var secret = options.remove("password");
        if (uri.getHost() == null) {
            throw unreadable();
        }
        return new DatabaseAddress(
                uri.getHost(),
                uri.getPort() < 0 ? STANDARD_PORT : uri.getPort(),
                path.isEmpty() ? "stoa" : path,
                asked != null ? asked : user.isEmpty() ? "stoa" : user,
                secret != null ? secret : password,
                options);
    }

    private static Map<String, String> options(@Nullable String query) {
        var options = new TreeMap<String, String>();
        if (query != null && !query.isEmpty()) {
            for (var pair : query.split("&")) {
                var equals = pair.indexOf('=');
                options.put(
                        decode(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return options;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static DatabaseUnusable unreadable() {
        return new DatabaseUnusable(
                "STOA_DATABASE_URL cannot be read: write postgres://user:password@host:5432/database, with special characters percent-encoded.");
    }
}
