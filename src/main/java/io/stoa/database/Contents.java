package io.stoa.database;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Lists what a database holds: the tables of all modules with their histories, and the sequences. */
final class Contents {

    /** All that is not the system's; of {@code public} only the histories, for modules keep their tables elsewhere. */
    private static final String OURS = """
             AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'
             AND (n.nspname <> 'public' OR starts_with(c.relname, 'flyway_schema_history'))
             AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
            """;

    private static final String TABLES = """
            SELECT c.oid::bigint AS id,
                   quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
                   ARRAY(SELECT quote_ident(a.attname)
                           FROM pg_attribute a
                          WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                          ORDER BY a.attnum) AS columns
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relpersistence = 'p'
            """ + OURS + " ORDER BY name";

    private static final String PARTITIONS = """
            SELECT i.inhparent::bigint AS parent,
                   quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
                   pg_get_expr(c.relpartbound, c.oid) AS bound
              FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relispartition ORDER BY name
            """;

    private static final String SEQUENCES = """
            SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name, s.last_value
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_sequences s ON s.schemaname = n.nspname AND s.sequencename = c.relname
             WHERE c.relkind = 'S' AND s.last_value IS NOT NULL
            """ + OURS + " ORDER BY name";

    record Table(long id, String name, List<String> columns, List<Manifest.Partition> partitions) {}

    private Contents() {}

    /** The tables; one that refers to another comes after it. */
    static List<Table> tables(Connection connection) throws SQLException {
        var partitions = partitions(connection);
        var tables = new LinkedHashMap<Long, Table>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                var id = rows.getLong("id");
                tables.put(
                        id,
                        new Table(id, rows.getString("name"), columns(rows), partitions.getOrDefault(id, List.of())));
            }
        }
        return inOrder(tables, references(connection));
    }

    static List<Manifest.SequenceCopy> sequences(Connection connection) throws SQLException {
        var sequences = new ArrayList<Manifest.SequenceCopy>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(SEQUENCES)) {
            while (rows.next()) {
                sequences.add(new Manifest.SequenceCopy(rows.getString("name"), rows.getLong("last_value")));
            }
        }
        return sequences;
    }

    private static List<String> columns(ResultSet row) throws SQLException {
        Array columns = row.getArray("columns");
        return List.of((String[]) columns.getArray());
    }

    private static Map<Long, List<Manifest.Partition>> partitions(Connection connection) throws SQLException {
        var partitions = new TreeMap<Long, List<Manifest.Partition>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(PARTITIONS)) {
            while (rows.next()) {
                partitions
                        .computeIfAbsent(rows.getLong("parent"), parent -> new ArrayList<>())
                        .add(new Manifest.Partition(rows.getString("name"), rows.getString("bound")));
            }
        }
        return partitions;
    }

    private static Map<Long, Set<Long>> references(Connection connection) throws SQLException {
        var references = new TreeMap<Long, Set<Long>>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT conrelid::bigint, confrelid::bigint FROM pg_constraint WHERE contype = 'f' ORDER BY 1, 2")) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getLong(1), id -> new TreeSet<>())
                        .add(rows.getLong(2));
            }
        }
        return references;
    }

    private static List<Table> inOrder(Map<Long, Table> tables, Map<Long, Set<Long>> references) {
        var ordered = new LinkedHashSet<Long>();
        tables.keySet().forEach(id -> visit(id, references, new TreeSet<>(), ordered));
        return ordered.stream().filter(tables::containsKey).map(tables::get).toList();
    }

    private static void visit(long id, Map<Long, Set<Long>> references, Set<Long> path, Set<Long> ordered) {
        if (path.add(id) && !ordered.contains(id)) {
            references.getOrDefault(id, Set.of()).forEach(other -> visit(other, references, path, ordered));
            ordered.add(id);
        }
    }
}
