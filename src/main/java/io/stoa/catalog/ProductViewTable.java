package io.stoa.catalog;

import io.stoa.shared.Json;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The SQL that reads products; each method is one statement. */
@Component
class ProductViewTable {

    static final String CARD = """
            p.id, p.code, p.version, p.titles, p.brand, p.category, p.first_sku, p.media #>> '{0,url}' AS image, p.variants
            """;

    /** Drawn by the picture's controller; the version makes the address safe to keep for ever. */
    private static final String DRAWN = "/media/product/";

    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient database;

    ProductViewTable(JdbcClient database) {
        this.database = database;
    }

    Optional<Product> byId(ProductId id) {
        return one("p.id = :key", id.value());
    }

    Optional<Product> byCode(String code) {
        return one("p.code = :key", code);
    }

    Optional<Product> bySku(Sku sku) {
        return one("p.id = (SELECT product_id FROM catalog.variant WHERE sku = :key)", sku.value());
    }

    Map<Sku, Item> items(Collection<Sku> skus) {
        var items = new HashMap<Sku, Item>();
        database.sql("""
                SELECT v.sku, v.options, p.id, p.titles, p.tax_category, p.code, p.version,
                       p.media #>> '{0,url}' AS image, p.category,
                       ARRAY(SELECT c.slug
                               FROM catalog.placement s
                               JOIN catalog.category c ON c.path = s.category
                              WHERE s.product_id = p.id) AS shelves,
                       p.status = 'PUBLISHED' AND v.offered AS sellable
                  FROM catalog.variant v
                  JOIN catalog.product p ON p.id = v.product_id
                 WHERE v.sku = ANY(:skus)
                """)
                .param("skus", skus.stream().map(Sku::value).toArray(String[]::new))
                .query(ProductViewTable::item)
                .list()
                .forEach(item -> items.put(item.sku(), item));
        return items;
    }

    /** The SKU itself, else what is sold under that GTIN, best first; more than one means that the bar code is ambiguous. */
    List<Sku> scan(String code, @Nullable String gtin) {
        return database.sql("""
                SELECT sku
                  FROM (SELECT v.sku, rank() OVER (ORDER BY v.sku = :code DESC, p.status = 'PUBLISHED' AND v.offered DESC)
                          FROM catalog.variant v
                          JOIN catalog.product p ON p.id = v.product_id
                         WHERE v.sku = :code OR (v.gtin IS NOT NULL AND lpad(v.gtin, 14, '0') = :gtin)) AS hit
                 WHERE rank = 1
                 LIMIT 2
                """)
                .param("code", code)
                .param("gtin", gtin, Types.VARCHAR)
                .query((row, n) -> new Sku(row.getString("sku")))
                .list();
    }

    /** Locked in one order. */
    void lock(Collection<Gtin> wanted) {
        var gtins = wanted.stream().map(Gtin::padded).toArray(String[]::new);
        var _ = database.sql("""
                SELECT pg_advisory_xact_lock(hashtext('catalog.gtin'), hashtext(gtin))
                  FROM (SELECT DISTINCT gtin FROM unnest(:gtins::text[]) AS given (gtin) ORDER BY gtin) AS wanted
                """)
                .param("gtins", gtins)
                .query((row, n) -> n)
                .list();
    }

    /** Of those that have another bar code so far, by SKU the one that has theirs. */
    Map<Sku, Sku> taken(Map<Sku, Gtin> wanted) {
        var skus = wanted.keySet().stream().map(Sku::value).toArray(String[]::new);
        var gtins = wanted.values().stream().map(Gtin::padded).toArray(String[]::new);
        var taken = new HashMap<Sku, Sku>();
        database.sql("""
                SELECT given.sku, min(v.sku) AS other
                  FROM unnest(:skus::text[], :gtins::text[]) AS given (sku, gtin)
                  JOIN catalog.variant v ON lpad(v.gtin, 14, '0') = given.gtin AND v.sku <> given.sku AND v.offered
                  JOIN catalog.product p ON p.id = v.product_id AND p.status <> 'WITHDRAWN'
                 WHERE v.gtin IS NOT NULL
                   AND NOT EXISTS (SELECT FROM catalog.variant own WHERE own.sku = given.sku AND lpad(own.gtin, 14, '0') = given.gtin)
                 GROUP BY given.sku
                """)
                .param("skus", skus)
                .param("gtins", gtins)
                .query((row, n) -> taken.put(new Sku(row.getString("sku")), new Sku(row.getString("other"))))
                .list();
        return taken;
    }

    Page<Product> published(long after, int size) {
        var rows = products("p.status = 'PUBLISHED' AND p.id > :after ORDER BY p.id LIMIT :limit")
                .param("after", after)
                .param("limit", size + 1)
                .query(ProductViewTable::product)
                .list();
        return Page.of(rows, size, product -> product.id().toString());
    }

    List<ProductId> everyNth(int step) {
        return database.sql("""
                SELECT id
                  FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place FROM catalog.product WHERE status = 'PUBLISHED') AS p
                 WHERE place % :step = 0
                 ORDER BY id
                """)
                .param("step", step)
                .query((row, n) -> new ProductId(row.getLong("id")))
                .list();
    }

    List<Product> byIds(Collection<ProductId> ids) {
        return products("p.id = ANY(:ids)")
                .param("ids", ProductTable.numbers(ids))
                .query(ProductViewTable::product)
                .list();
    }

    Map<ProductId, ProductCard> cards(Collection<ProductId> ids, String language) {
        var cards = new HashMap<ProductId, ProductCard>();
        database.sql("SELECT " + CARD + " FROM catalog.product p WHERE p.id = ANY(:ids)")
                .param("ids", ProductTable.numbers(ids))
                .query((row, n) -> card(row, language))
                .list()
                .forEach(card -> cards.put(card.productId(), card));
        return cards;
    }

    static ProductCard card(ResultSet row, String language) throws SQLException {
        return new ProductCard(
                new ProductId(row.getLong("id")),
                row.getString("code"),
                Languages.pick(texts(row, "titles"), language),
                row.getString("brand"),
                row.getString("category"),
                new Sku(row.getString("first_sku")),
                image(row),
                row.getInt("variants"));
    }

    private Optional<Product> one(String condition, Object key) {
        return products(condition).param("key", key).query(ProductViewTable::product).optional();
    }

    private JdbcClient.StatementSpec products(String condition) {
        return database.sql("""
                SELECT p.id, p.code, p.version, p.status, p.titles, p.descriptions, p.category, p.brand,
                       p.tax_category, p.attributes, p.media, p.media #>> '{0,url}' AS image,
                       (SELECT json_agg(json_build_object('sku', v.sku, 'gtin', v.gtin, 'options', v.options,
                                                          'offered', v.offered) ORDER BY v.offered DESC, v.position)
                          FROM catalog.variant v WHERE v.product_id = p.id) AS all_variants
                  FROM catalog.product p
                 WHERE\s""" + condition);
    }

    private static Product product(ResultSet row, int number) throws SQLException {
        return new Product(
                new ProductId(row.getLong("id")),
                row.getString("code"),
                row.getLong("version"),
                Product.Status.valueOf(row.getString("status")),
                texts(row, "titles"),
                texts(row, "descriptions"),
                row.getString("category"),
                row.getString("brand"),
                row.getString("tax_category"),
                texts(row, "attributes"),
                List.of(Json.read(row.getString("media"), Media[].class)),
                Arrays.asList(Json.read(row.getString("all_variants"), Variant[].class)),
                image(row));
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                new Sku(row.getString("sku")),
                new ProductId(row.getLong("id")),
                texts(row, "titles"),
                String.join(" / ", texts(row, "options").values()),
                row.getString("tax_category"),
                image(row),
                row.getString("category"),
                Set.of((String[]) row.getArray("shelves").getArray()),
                row.getBoolean("sellable"));
    }

    private static String image(ResultSet row) throws SQLException {
        var image = row.getString("image");
        return image != null ? image : DRAWN + row.getString("code") + ".svg?v=" + row.getLong("version");
    }

    private static Map<String, String> texts(ResultSet row, String column) throws SQLException {
        return Json.MAPPER.readValue(row.getString(column), TEXTS);
    }
}
