package io.stoa.edits;

import io.stoa.catalog.ProductId;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the lines of changes. */
@Component
class EditLineTable {

    private final JdbcClient database;

    EditLineTable(JdbcClient database) {
        this.database = database;
    }

    void insert(EditId change, List<EditLine> lines) {
        var _ = database.sql("""
                INSERT INTO edits.line (change, number, product, sku, field, part, title, before, after, outcome, reason)
                SELECT :change, given.number, given.product, given.sku, given.field, given.part, given.title, given.before,
                       given.after, given.outcome, given.reason
                  FROM unnest(:numbers::int[], :products::bigint[], :skus::text[], :fields::text[], :parts::text[], :titles::text[],
                              :befores::text[], :afters::text[], :outcomes::text[], :reasons::text[])
                       AS given (number, product, sku, field, part, title, before, after, outcome, reason)
                """)
                .param("change", change.value())
                .param("numbers", lines.stream().map(EditLine::number).toArray(Integer[]::new))
                .param("products", lines.stream().map(EditLineTable::product).toArray(Long[]::new))
                .param("skus", texts(lines, line -> line.sku() == null ? null : line.sku().value()))
                .param("fields", texts(lines, line -> line.field().name()))
                .param("parts", texts(lines, EditLine::part))
                .param("titles", texts(lines, EditLine::title))
                .param("befores", texts(lines, EditLine::before))
                .param("afters", texts(lines, EditLine::after))
                .param("outcomes", texts(lines, line -> line.outcome().name()))
                .param("reasons", texts(lines, EditLine::reason))
                .update();
    }

    /** In order, after a number; of one outcome, or with null of all. */
    List<EditLine> list(EditId change, EditLine.@Nullable Outcome outcome, int after, int limit) {
        return database.sql("""
                SELECT number, product, sku, field, part, title, before, after, outcome, reason
                  FROM edits.line
                 WHERE change = :change AND number > :after
                """ + (outcome == null ? "" : " AND outcome = :outcome") + """

                 ORDER BY number
                 LIMIT :limit
                """)
                .param("change", change.value())
                .param("after", after)
                .param("outcome", outcome == null ? null : outcome.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(EditLineTable::line)
                .list();
    }

    /** A line and the change that it is of. */
    record OfChange(EditId change, EditLine line) {}

    /** What was made of an article, or taken back; newest first. */
    List<OfChange> ofProduct(ProductId product, int limit) {
        return database.sql("""
                SELECT change, number, product, sku, field, part, title, before, after, outcome, reason
                  FROM edits.line
                 WHERE product = :product AND outcome IN ('DONE', 'UNDONE', 'KEPT')
                 ORDER BY change DESC, number
                 LIMIT :limit
                """)
                .param("product", product.value())
                .param("limit", limit)
                .query((row, n) -> new OfChange(new EditId(row.getLong("change")), line(row, n)))
                .list();
    }

    void mark(EditId change, List<EditLine> lines) {
        var _ = database.sql("""
                UPDATE edits.line l
                   SET outcome = given.outcome, reason = given.reason
                  FROM unnest(:numbers::int[], :outcomes::text[], :reasons::text[]) AS given (number, outcome, reason)
                 WHERE l.change = :change AND l.number = given.number
                """)
                .param("change", change.value())
                .param("numbers", lines.stream().map(EditLine::number).toArray(Integer[]::new))
                .param("outcomes", texts(lines, line -> line.outcome().name()))
                .param("reasons", texts(lines, EditLine::reason))
                .update();
    }

    private static EditLine line(ResultSet row, int n) throws SQLException {
        var sku = row.getString("sku");
        var product = row.getObject("product", Long.class);
        return new EditLine(
                row.getInt("number"),
                product == null ? null : new ProductId(product),
                sku == null ? null : new Sku(sku),
                EditLine.Field.valueOf(row.getString("field")),
                row.getString("part"),
                row.getString("title"),
                row.getString("before"),
                row.getString("after"),
                EditLine.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"));
    }

    private static @Nullable Long product(EditLine line) {
        return line.product() == null ? null : line.product().value();
    }

    private static @Nullable String[] texts(List<EditLine> lines, Function<EditLine, @Nullable String> column) {
        return lines.stream().map(column).toArray(String[]::new);
    }
}
