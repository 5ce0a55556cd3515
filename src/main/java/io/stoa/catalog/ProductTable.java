package io.stoa.catalog;

import io.stoa.shared.Ids;
import io.stoa.shared.Json;
import io.stoa.shared.Sku;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL that writes products, variants and the shelves they stand on: whole batches, few statements. */
@Component
class ProductTable {

    private static final String UPSERT = """
            INSERT INTO catalog.product AS old
                   (id, code, status, category, brand, tax_category, titles, descriptions, attributes, media,
                    first_sku, variants, digest)
            SELECT given.id, given.code, :status, given.category, given.brand, given.tax_category,
                   given.titles::jsonb, given.descriptions::jsonb, given.attributes::jsonb, given.media::jsonb,
                   given.first_sku, given.variants, given.digest
              FROM unnest(:ids::bigint[], :codes::text[], :categories::text[], :brands::text[], :taxes::text[],
                          :titles::text[], :descriptions::text[], :attributes::text[], :media::text[],
                          :firsts::text[], :variants::int[], :digests::text[])
                   AS given (id, code, category, brand, tax_category, titles, descriptions, attributes, media,
                             first_sku, variants, digest)
            ON CONFLICT (code) DO UPDATE
               SET version = old.version + 1, status = excluded.status, category = excluded.category,
                   brand = excluded.brand, tax_category = excluded.tax_category, titles = excluded.titles,
                   descriptions = excluded.descriptions, attributes = excluded.attributes, media = excluded.media,
                   first_sku = excluded.first_sku, variants = excluded.variants, digest = excluded.digest
             WHERE old.digest <> excluded.digest OR old.status <> excluded.status
            RETURNING id, code, version
            """;

    private final JdbcClient database;
    private final Ids ids;

    record Withdrawn(String code, long version) {}

    record Placed(NewVariant variant, ProductId product, int position) {}

    private record Row(String code, ProductId id, long version) {}

    ProductTable(JdbcClient database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /** Inserts or updates those that differ from what is there, by code; answers in the order given. */
    List<WrittenProduct> write(List<NewProduct> products, Product.Status status) {
        var old = existing(products);
        var changed = upsert(products, status, old);
        return products.stream().map(product -> written(product, old, changed)).toList();
    }

    private Map<String, Row> upsert(List<NewProduct> products, Product.Status status, Map<String, Row> old) {
        return byCode(database.sql(UPSERT)
                .param("status", status.name())
                .param("ids", products.stream().map(product -> id(product, old)).toArray(Long[]::new))
                .param("codes", texts(products, NewProduct::code))
                .param("categories", texts(products, NewProduct::category))
                .param("brands", texts(products, NewProduct::brand))
                .param("taxes", texts(products, NewProduct::taxCategory))
                .param("titles", texts(products, ProductTable::titles))
                .param("descriptions", texts(products, ProductTable::descriptions))
                .param("attributes", texts(products, product -> Json.write(product.attributes())))
                .param("media", texts(products, product -> Json.write(product.media())))
                .param(
                        "firsts",
                        texts(
                                products,
                                product -> product.variants().getFirst().sku().value()))
                .param(
                        "variants",
                        products.stream().map(p -> p.variants().size()).toArray(Integer[]::new))
                .param("digests", texts(products, Digest::of))
                .query(ProductTable::row)
                .list());
    }

    /** Those variants that the products had and are published without now; answers their SKUs by product. */
    Map<ProductId, List<Sku>> endVariants(Collection<ProductId> products, Collection<Sku> kept) {
        var ended = new HashMap<ProductId, List<Sku>>();
        database.sql("""
                UPDATE catalog.variant
                   SET offered = false
                 WHERE product_id = ANY(:products) AND offered AND sku <> ALL(:kept)
                RETURNING sku, product_id
                """)
                .param("products", numbers(products))
                .param("kept", kept.stream().map(Sku::value).toArray(String[]::new))
                .query((row, n) -> ended.computeIfAbsent(
                                new ProductId(row.getLong("product_id")), product -> new ArrayList<>())
                        .add(new Sku(row.getString("sku"))))
                .list();
        return ended;
    }

    /** Answers how many were written; fewer than given means that another product offers one of them. */
    int writeVariants(List<Placed> variants) {
        return database.sql("""
                INSERT INTO catalog.variant AS old (sku, product_id, position, gtin, options, offered)
                SELECT given.sku, given.product_id, given.position, given.gtin, given.options::jsonb, true
                  FROM unnest(:skus::text[], :products::bigint[], :positions::int[], :gtins::text[], :options::text[])
                       AS given (sku, product_id, position, gtin, options)
                 ORDER BY given.sku
                ON CONFLICT (sku) DO UPDATE
                   SET product_id = excluded.product_id, position = excluded.position, gtin = excluded.gtin,
                       options = excluded.options, offered = true
                 WHERE old.product_id = excluded.product_id OR NOT old.offered
                """)
                .param(
                        "skus",
                        texts(variants, variant -> variant.variant().sku().value()))
                .param(
                        "products",
                        numbers(variants.stream().map(Placed::product).toList()))
                .param("positions", variants.stream().map(Placed::position).toArray(Integer[]::new))
                .param("gtins", texts(variants, variant -> gtin(variant.variant())))
                .param(
                        "options",
                        texts(variants, variant -> Json.write(variant.variant().options())))
                .update();
    }

    /** Puts each product on the shelf of its path and on all above, and takes it off all others. */
    void place(List<WrittenProduct> products) {
        unplace(products.stream().map(WrittenProduct::id).toList());
        var places = products.stream()
                .flatMap(written -> CategoryPath.withParents(written.product().category()).stream()
                        .map(path -> Map.entry(path, written.id())))
                .toList();
        database.sql("""
                INSERT INTO catalog.placement (category, product_id)
                SELECT given.category, given.product_id
                  FROM unnest(:categories::text[], :products::bigint[]) AS given (category, product_id)
                """)
                .param("categories", texts(places, Map.Entry::getKey))
                .param(
                        "products",
                        numbers(places.stream().map(Map.Entry::getValue).toList()))
                .update();
    }

    void unplace(Collection<ProductId> products) {
        database.sql("DELETE FROM catalog.placement WHERE product_id = ANY(:products)")
                .param("products", numbers(products))
                .update();
    }

    /** Nothing when it was withdrawn already. */
    Optional<Withdrawn> withdraw(ProductId product) {
        return database.sql("""
                UPDATE catalog.product
                   SET status = 'WITHDRAWN', version = version + 1
                 WHERE id = :product AND status <> 'WITHDRAWN'
                RETURNING code, version
                """)
                .param("product", product.value())
                .query((row, n) -> new Withdrawn(row.getString("code"), row.getLong("version")))
                .optional();
    }

    Optional<Long> lock(String code) {
        return database.sql("SELECT version FROM catalog.product WHERE code = :code FOR UPDATE")
                .param("code", code)
                .query(Long.class)
                .optional();
    }

    /** Keeps those products as they are until the end of the transaction; in the order in which batches are written. */
    void lock(Collection<ProductId> products) {
        var _ = database.sql("SELECT id FROM catalog.product WHERE id = ANY(:ids) ORDER BY code FOR UPDATE")
                .param("ids", numbers(products))
                .query(Long.class)
                .list();
    }

    List<Sku> skus(ProductId product) {
        return database.sql("SELECT sku FROM catalog.variant WHERE product_id = :product ORDER BY position, sku")
                .param("product", product.value())
                .query((row, n) -> new Sku(row.getString("sku")))
                .list();
    }

    private Map<String, Row> existing(List<NewProduct> products) {
        return byCode(database.sql("SELECT id, code, version FROM catalog.product WHERE code = ANY(:codes)")
                .param("codes", texts(products, NewProduct::code))
                .query(ProductTable::row)
                .list());
    }

    private Long id(NewProduct product, Map<String, Row> existing) {
        var row = existing.get(product.code());
        return row == null ? ids.next() : row.id().value();
    }

    /** A product without a row in either was added by somebody else between the two statements, exactly as it is given. */
    private static WrittenProduct written(NewProduct product, Map<String, Row> old, Map<String, Row> changed) {
        var now = changed.get(product.code());
        var row = now != null ? now : old.get(product.code());
        if (row == null) {
            throw new IllegalStateException("Product " + product.code() + " is being published by somebody else");
        }
        return new WrittenProduct(product, row.id(), row.version(), now != null);
    }

    private static Map<String, Row> byCode(List<Row> rows) {
        var byCode = new HashMap<String, Row>();
        rows.forEach(row -> byCode.put(row.code(), row));
        return byCode;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("code"), new ProductId(row.getLong("id")), row.getLong("version"));
    }

    private static String titles(NewProduct product) {
        return Json.write(NewProduct.each(product.texts(), Text::title));
    }

    private static String descriptions(NewProduct product) {
        return Json.write(NewProduct.each(product.texts(), Text::description));
    }

    private static @Nullable String gtin(NewVariant variant) {
        var gtin = variant.gtin();
        return gtin == null ? null : gtin.digits();
    }

    static Long[] numbers(Collection<ProductId> products) {
        return products.stream().map(ProductId::value).toArray(Long[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
