package io.stoa.edits;

import io.stoa.shared.Json;
import java.util.EnumMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the rows of files, from their coming until they are prepared. */
@Component
class GivenTable {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient database;

    GivenTable(JdbcClient database) {
        this.database = database;
    }

    void insert(EditId change, List<Sheet.Row> rows) {
        for (int from = 0; from < rows.size(); from += AT_ONCE) {
            var some = rows.subList(from, Math.min(rows.size(), from + AT_ONCE));
            var _ = database.sql("""
                    INSERT INTO edits.given (change, row, cells, again)
                    SELECT :change, given.row, given.cells::jsonb, given.again
                      FROM unnest(:rows::int[], :cells::text[], :again::boolean[]) AS given (row, cells, again)
                    """)
                    .param("change", change.value())
                    .param("rows", some.stream().map(Sheet.Row::line).toArray(Integer[]::new))
                    .param("cells", some.stream().map(row -> Json.write(row.cells())).toArray(String[]::new))
                    .param("again", some.stream().map(Sheet.Row::again).toArray(Boolean[]::new))
                    .update();
        }
    }

    /** In order, those after a row. */
    List<Sheet.Row> after(EditId change, int row, int limit) {
        return database.sql("SELECT row, cells, again FROM edits.given WHERE change = :change AND row > :row ORDER BY row LIMIT :limit")
                .param("change", change.value())
                .param("row", row)
                .param("limit", limit)
                .query((found, n) -> {
                    var cells = new EnumMap<Sheet.Column, String>(Sheet.Column.class);
                    Json.MAPPER.readTree(found.getString("cells")).properties()
                            .forEach(one -> cells.put(Sheet.Column.valueOf(one.getKey()), one.getValue().asString()));
                    return new Sheet.Row(found.getInt("row"), cells, found.getBoolean("again"));
                })
                .list();
    }

    void forget(EditId change) {
        var _ = database.sql("DELETE FROM edits.given WHERE change = :change").param("change", change.value()).update();
    }
}
