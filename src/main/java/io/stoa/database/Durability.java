package io.stoa.database;

import static io.stoa.database.Finding.fine;
import static io.stoa.database.Finding.warning;
import static io.stoa.database.Finding.wrong;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the settings that a session really has, and judges whether what it commits is safe. */
final class Durability {

    private static final int OLDEST = 15;
    private static final int NEWEST = 18;

    /** The settings that must be on for an acknowledged commit to survive a crash. */
    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final List<String> MUST_BE_OFF = List.of(
            "data_sync_retry", "zero_damaged_pages", "ignore_checksum_failure", "default_transaction_read_only");

    /** Values of synchronous_commit that wait at least for the server's own disk. */
    private static final Set<String> WAITS_FOR_DISK = Set.of("on", "local", "remote_write", "remote_apply");

    private Durability() {}

    /** @throws DatabaseUnusable when anything is wrong */
    static List<Finding> demand(Connection connection) throws SQLException {
        var findings = examine(connection);
        for (var finding : findings) {
            if (finding.grade() == Finding.Grade.WRONG) {
                throw new DatabaseUnusable("The database is not safe to sell on: " + finding.text());
            }
        }
        return findings;
    }

    static List<Finding> examine(Connection connection) throws SQLException {
        var settings = settings(connection);
        var findings = new ArrayList<Finding>();
        findings.add(version(settings));
        MUST_BE_ON.forEach(name -> findings.add(on(name, settings)));
        MUST_BE_OFF.forEach(name -> findings.add(
                "off".equals(settings.get(name))
                        ? fine(name + " = off")
                        : wrong(name + " must be off, and is " + settings.get(name) + ".")));
        findings.add(
                "on".equals(settings.get("data_checksums"))
                        ? fine("data_checksums = on")
                        : warning("data_checksums = off: damage on disk would go unnoticed (pg_checksums --enable)."));
        findings.add(
                "UTF8".equals(settings.get("server_encoding"))
                        ? fine("server_encoding = UTF8")
                        : wrong("The database must be in UTF8, and is in " + settings.get("server_encoding") + "."));
        findings.add(isolation(settings));
        return findings;
    }

    private static Finding on(String name, Map<String, String> settings) {
        var value = String.valueOf(settings.get(name));
        var good = name.equals("synchronous_commit") ? WAITS_FOR_DISK.contains(value) : value.equals("on");
        return good ? fine(name + " = " + value) : wrong(name + " must be on, and is " + value + ".");
    }

    private static Finding version(Map<String, String> settings) {
        var number = Integer.parseInt(settings.getOrDefault("server_version_num", "0"));
        var version = "PostgreSQL " + number / 10_000 + "." + number % 10_000;
        if (number / 10_000 < OLDEST) {
            return wrong(version + " is too old: Stoa needs " + OLDEST + " to " + NEWEST + ".");
        }
        return number / 10_000 > NEWEST ? warning(version + " is newer than any that was tested.") : fine(version);
    }

    private static Finding isolation(Map<String, String> settings) {
        var isolation = settings.get("default_transaction_isolation");
        return "read committed".equals(isolation)
                ? fine("default_transaction_isolation = read committed")
                : wrong("default_transaction_isolation must be read committed, and is " + isolation + ".");
    }

    private static Map<String, String> settings(Connection connection) throws SQLException {
        var settings = new HashMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT name, current_setting(name)
                          FROM pg_settings
                         WHERE name IN ('server_version_num', 'fsync', 'synchronous_commit', 'full_page_writes',
                                        'data_sync_retry', 'zero_damaged_pages', 'ignore_checksum_failure',
                                        'default_transaction_read_only', 'data_checksums', 'server_encoding',
                                        'default_transaction_isolation')
                        """)) {
            while (rows.next()) {
                settings.put(rows.getString(1), rows.getString(2));
            }
        }
        return settings;
    }
}
