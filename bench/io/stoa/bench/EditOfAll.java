package io.stoa.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A change of the price and the brand of all articles, from the wish to the last line taken back, beside the bare UPDATE. */
record EditOfAll(String path, int lines, Map<String, Double> seconds, double rawSeconds) {

    private static final String PAGE = "/office/articles";
    private static final int PATIENCE_SECONDS = 600;

    static EditOfAll run(OfficeReader reader, Connection connection)
            throws IOException, InterruptedException, SQLException {
        var seconds = new LinkedHashMap<String, Double>();
        long began = System.nanoTime();
        var change = reader.post(
                PAGE,
                PAGE + "/changes",
                Map.of(
                        "scope",
                        "all",
                        "way",
                        "PERCENT",
                        "value",
                        "10",
                        "ending",
                        "ANY",
                        "list",
                        "bench",
                        "brand",
                        "Another house"));
        var path = change.substring(change.indexOf(PAGE));
        var id = path.substring(path.lastIndexOf('/') + 1);
        seconds.put("prepared", await(connection, id, "PREVIEW", began));
        seconds.put("made", await(connection, id, "DONE", ordered(reader, path, "apply")));
        seconds.put("taken back", await(connection, id, "UNDONE", ordered(reader, path, "undo")));
        return new EditOfAll(
                path,
                (int) number(connection, "SELECT count(*) FROM edits.line WHERE change = " + id),
                seconds,
                raw(connection));
    }

    private static long ordered(OfficeReader reader, String path, String what)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        String ignored = reader.post(path, path + "/" + what, Map.of());
        return began;
    }

    private static double await(Connection connection, String id, String state, long began)
            throws SQLException, InterruptedException, IOException {
        var sql = "SELECT count(*) FROM edits.change WHERE state = '" + state + "' AND id = " + id;
        while (number(connection, sql) == 0) {
            if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                throw new IOException("The change does not become " + state);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** The prices and the brands alone, in one statement each: no lines, no events, nothing found anew. */
    private static double raw(Connection connection) throws SQLException {
        long began = System.nanoTime();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            int prices = statement.executeUpdate("UPDATE pricing.price SET minor = minor + 1, version = version + 1");
            int products = statement.executeUpdate("UPDATE catalog.product SET brand = 'x', version = version + 1");
            if (prices == 0 || products == 0) {
                throw new SQLException("Nothing to change");
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        connection.rollback();
        connection.setAutoCommit(true);
        return seconds;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }
}
