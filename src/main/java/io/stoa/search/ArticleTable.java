package io.stoa.search;

import io.stoa.catalog.ProductId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that keeps what goods are found by. */
@Component
class ArticleTable {

    /** Between the elements of a list that travels as one text. */
    private static final String NEXT = "\u001e";

    private final JdbcClient database;

    /** What of a row changes with every sale and every price. */
    record Offer(ProductId product, List<Sku> skus, Sku first, @Nullable Long price, Set<LocationId> places) {}

    private record Line(Article article, Article.Line words) {}

    ArticleTable(JdbcClient database) {
        this.database = database;
    }

    /** One at a time writes: it then reads what is true and can be sure that nobody writes something older after it. */
    void lock() {
        var _ = database.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtext('search.article'))")
                .query(Integer.class)
                .single();
    }

    void write(List<Article> articles) {
        var lines = articles.stream()
                .flatMap(article -> article.lines().stream().map(words -> new Line(article, words)))
                .toList();
        database.sql("""
                WITH spoken AS (
                    SELECT line.product_id,
                           search.all_words(line.named || setweight(to_tsvector(line.stemming::regconfig, line.description), 'D')) AS words,
                           search.all_words(line.named) AS named
                      FROM (SELECT l.product_id, l.stemming, l.description,
                                   setweight(to_tsvector('simple', l.title) || to_tsvector(l.stemming::regconfig, l.title), 'A')
                                   || setweight(to_tsvector('simple', l.around) || to_tsvector(l.stemming::regconfig, l.around), 'B')
                                   AS named
                              FROM unnest(:lines::bigint[], :stemmings::text[], :titles::text[], :arounds::text[],
                                          :descriptions::text[]) AS l (product_id, stemming, title, around, description)) line
                     GROUP BY line.product_id)
                INSERT INTO search.article (product_id, titles, words, named, shelves, traits, skus, first_sku, price, places)
                SELECT given.product_id, given.titles, spoken.words, spoken.named, string_to_array(given.shelves, :next),
                       string_to_array(given.traits, :next), string_to_array(given.skus, :next), given.first_sku, given.price,
                       string_to_array(given.places, :next)
                  FROM unnest(:products::bigint[], :allTitles::text[], :shelves::text[], :traits::text[], :skus::text[],
                              :firsts::text[], :prices::bigint[], :places::text[])
                       AS given (product_id, titles, shelves, traits, skus, first_sku, price, places)
                  JOIN spoken ON spoken.product_id = given.product_id
                ON CONFLICT (product_id) DO UPDATE
                   SET titles = excluded.titles, words = excluded.words, named = excluded.named, shelves = excluded.shelves,
                       traits = excluded.traits, skus = excluded.skus, first_sku = excluded.first_sku,
                       price = excluded.price, places = excluded.places
                """)
                .param("lines", lines.stream().map(line -> line.article().product().value()).toArray(Long[]::new))
                .param("stemmings", texts(lines, line -> Stemming.of(line.words().language())))
                .param("titles", texts(lines, line -> line.words().title()))
                .param("arounds", texts(lines, line -> line.words().around()))
                .param("descriptions", texts(lines, line -> line.words().description()))
                .param("next", NEXT)
                .param("products", articles.stream().map(article -> article.product().value()).toArray(Long[]::new))
                .param("allTitles", texts(articles, Article::titles))
                .param("shelves", texts(articles, article -> list(article.shelves())))
                .param("traits", texts(articles, article -> list(article.traits())))
                .param("skus", texts(articles, article -> list(article.skus())))
                .param("firsts", texts(articles, article -> article.skus().getFirst().value()))
                .param("prices", articles.stream().map(Article::price).toArray(Long[]::new))
                .param("places", texts(articles, article -> list(article.places())))
                .update();
    }

    void remove(Collection<ProductId> products) {
        database.sql("DELETE FROM search.article WHERE product_id = ANY(:products)")
                .param("products", numbers(products))
                .update();
    }

    void clear() {
        database.sql("TRUNCATE search.article").update();
    }

    /** What of these rows may be out of date, as it was written. */
    List<Offer> offers(Collection<ProductId> products) {
        return database.sql("""
                SELECT product_id, skus, first_sku, price, places
                  FROM search.article WHERE product_id = ANY(:products)
                """)
                .param("products", numbers(products))
                .query(ArticleTable::offer)
                .list();
    }

    /** The rows behind this product, in their order. */
    List<ProductId> after(long product, int limit) {
        return database.sql("SELECT product_id FROM search.article WHERE product_id > :after ORDER BY product_id LIMIT :limit")
                .param("after", product)
                .param("limit", limit)
                .query((row, n) -> new ProductId(row.getLong("product_id")))
                .list();
    }

    void update(List<Offer> offers) {
        database.sql("""
                UPDATE search.article a
                   SET price = given.price, places = string_to_array(given.places, :next)
                  FROM unnest(:products::bigint[], :prices::bigint[], :places::text[]) AS given (product_id, price, places)
                 WHERE a.product_id = given.product_id
                """)
                .param("next", NEXT)
                .param("products", numbers(offers.stream().map(Offer::product).toList()))
                .param("prices", offers.stream().map(Offer::price).toArray(Long[]::new))
                .param("places", texts(offers, offer -> list(offer.places())))
                .update();
    }

    private static Offer offer(ResultSet row, int number) throws SQLException {
        var price = row.getObject("price", Long.class);
        return new Offer(
                new ProductId(row.getLong("product_id")),
                elements(row, "skus").map(Sku::new).toList(),
                new Sku(row.getString("first_sku")),
                price,
                elements(row, "places").map(LocationId::new).collect(Collectors.toSet()));
    }

    private static Stream<String> elements(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray());
    }

    static Long[] numbers(Collection<ProductId> products) {
        return products.stream().map(ProductId::value).toArray(Long[]::new);
    }

    private static String list(Collection<?> elements) {
        return elements.stream().map(Object::toString).collect(Collectors.joining(NEXT));
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
