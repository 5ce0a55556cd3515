package io.stoa.reviews;

import io.stoa.catalog.ProductId;
import io.stoa.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All SQL of {@code reviews}. */
@Component
class ReviewTable {

    private static final String COLUMNS = "id, product, order_id, stars, words, name, language, hidden, written_at, version";

    private final JdbcClient database;

    ReviewTable(JdbcClient database) {
        this.database = database;
    }

    /** The review of this order, new or said otherwise; one that is hidden stays so. */
    Review save(ReviewId id, ProductId product, OrderId order, Opinion opinion, String language, Instant now) {
        return database.sql("""
                INSERT INTO reviews.review (id, product, order_id, stars, words, name, language, written_at)
                VALUES (:id, :product, :order, :stars, :words, :name, :language, :now::timestamptz)
                ON CONFLICT (order_id, product) DO UPDATE
                   SET stars = EXCLUDED.stars, words = EXCLUDED.words, name = EXCLUDED.name, language = EXCLUDED.language,
                       written_at = EXCLUDED.written_at, version = review.version + 1
                RETURNING
                """ + COLUMNS)
                .param("id", id.value())
                .param("product", product.value())
                .param("order", order.value())
                .param("stars", opinion.stars())
                .param("words", opinion.words())
                .param("name", opinion.name())
                .param("language", language)
                .param("now", now.toString())
                .query(ReviewTable::review)
                .single();
    }

    Optional<Review> delete(OrderId order, ProductId product) {
        return database.sql("DELETE FROM reviews.review WHERE order_id = :order AND product = :product RETURNING " + COLUMNS)
                .param("order", order.value())
                .param("product", product.value())
                .query(ReviewTable::review)
                .optional();
    }

    /** Nothing when it is so already. */
    Optional<Review> hide(ReviewId id, boolean hidden) {
        return database.sql("""
                UPDATE reviews.review SET hidden = :hidden, version = version + 1 WHERE id = :id AND hidden <> :hidden
                RETURNING
                """ + COLUMNS)
                .param("id", id.value())
                .param("hidden", hidden)
                .query(ReviewTable::review)
                .optional();
    }

    Optional<Review> find(ReviewId id) {
        return database.sql("SELECT " + COLUMNS + " FROM reviews.review WHERE id = :id")
                .param("id", id.value())
                .query(ReviewTable::review)
                .optional();
    }

    List<Review> of(OrderId order) {
        return database.sql("SELECT " + COLUMNS + " FROM reviews.review WHERE order_id = :order")
                .param("order", order.value())
                .query(ReviewTable::review)
                .list();
    }

    List<Review> list(ReviewQuery query, int limit) {
        var product = query.product();
        return database.sql("SELECT " + COLUMNS + " FROM reviews.review WHERE id < :before" + (product == null ? "" : " AND product = :product")
                        + (query.stars() == null ? "" : " AND stars = :stars")
                        + (query.hidden() == null ? "" : query.hidden() ? " AND hidden" : " AND NOT hidden")
                        + " ORDER BY id DESC LIMIT :limit")
                .param("before", query.before() == null ? Long.MAX_VALUE : query.before().value())
                .param("product", product == null ? null : product.value(), Types.BIGINT)
                .param("stars", query.stars(), Types.INTEGER)
                .param("limit", limit)
                .query(ReviewTable::review)
                .list();
    }

    Rating rating(ProductId product) {
        var counts = database.sql("""
                SELECT stars, count(*) AS n FROM reviews.review WHERE product = :product AND NOT hidden GROUP BY stars
                """)
                .param("product", product.value())
                .query((row, n) -> Map.entry(row.getInt("stars"), row.getLong("n")))
                .list();
        return new Rating(counts.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Counts what happened to the reviews of a product; locks them until the transaction ends. */
    long nextVersion(ProductId product) {
        return database.sql("""
                INSERT INTO reviews.product (product) VALUES (:product)
                ON CONFLICT (product) DO UPDATE SET version = product.version + 1
                RETURNING version
                """).param("product", product.value()).query(Long.class).single();
    }

    private static Review review(ResultSet row, int number) throws SQLException {
        return new Review(
                new ReviewId(row.getLong("id")),
                new ProductId(row.getLong("product")),
                new OrderId(row.getLong("order_id")),
                new Opinion(row.getInt("stars"), row.getString("words"), row.getString("name")),
                row.getString("language"),
                row.getBoolean("hidden"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
