package io.stoa.search;

import io.stoa.catalog.ProductId;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of the long list of articles: only the conditions that are meant are written, so that each finds its index. */
@Component
class ArticleListTable {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int WORDS_MAX = 10;
    private static final String PRICE = "COALESCE(price, -1)";

    private final JdbcClient database;

    ArticleListTable(JdbcClient database) {
        this.database = database;
    }

    Page<ListedArticle> list(ArticleQuery query) {
        int size = Page.clamp(query.size());
        var where = new ArrayList<>(List.of(after(query)));
        var values = new HashMap<String, Object>();
        narrow(query, where, values);
        if (query.after() != null) {
            var key = query.after().split(":", 2);
            values.put("price", Long.valueOf(key[0]));
            values.put("id", Long.valueOf(key[1]));
        }
        var rows = database.sql("SELECT product_id, first_sku, price, cardinality(places) AS places FROM search.article WHERE "
                        + String.join(" AND ", where) + " ORDER BY " + order(query.order()) + " LIMIT :limit")
                .params(values)
                .param("limit", size + 1)
                .query((row, n) -> new ListedArticle(
                        new ProductId(row.getLong("product_id")),
                        new Sku(row.getString("first_sku")),
                        row.getObject("price", Long.class),
                        row.getInt("places")))
                .list();
        return Page.of(rows, size, row -> (row.price() == null ? -1 : row.price()) + ":" + row.product());
    }

    int count(ArticleQuery query) {
        var where = new ArrayList<>(List.of("true"));
        var values = new HashMap<String, Object>();
        narrow(query, where, values);
        return database.sql("SELECT count(*) FROM search.article WHERE " + String.join(" AND ", where))
                .params(values)
                .query(Integer.class)
                .single();
    }

    private static void narrow(ArticleQuery query, List<String> where, Map<String, Object> values) {
        var words = WORD.matcher(query.text()).results().limit(WORDS_MAX).map(word -> "'" + word.group() + "':*").toList();
        add("words @@ to_tsquery('simple', :words)", "words", words.isEmpty() ? null : words.stream().collect(Collectors.joining(" & ")), where, values);
        add("shelves @> ARRAY[:shelf]::text[]", "shelf", query.shelf(), where, values);
        add(PRICE + " >= :from", "from", query.from(), where, values);
        add(PRICE + " <= :to", "to", query.to(), where, values);
        add("in_stock = :inStock", "inStock", query.inStock(), where, values);
    }

    private static void add(String condition, String name, @Nullable Object value, List<String> where, Map<String, Object> values) {
        if (value != null) {
            where.add(condition);
            values.put(name, value);
        }
    }

    private static String after(ArticleQuery query) {
        if (query.after() == null) {
            return "true";
        }
        return switch (query.order()) {
            case NEWEST -> "product_id < :id";
            case OLDEST -> "product_id > :id";
            case CHEAPEST -> "(" + PRICE + ", product_id) > (:price, :id)";
            case DEAREST -> "(" + PRICE + ", product_id) < (:price, :id)";
        };
    }

    private static String order(ArticleQuery.Order order) {
        return switch (order) {
            case NEWEST -> "product_id DESC";
            case OLDEST -> "product_id";
            case CHEAPEST -> PRICE + ", product_id";
            case DEAREST -> PRICE + " DESC, product_id DESC";
        };
    }
}
