package io.stoa.pricing;

import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import io.stoa.shared.Versioned;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of price lists, prices and taxes. */
@Component
class PriceTable {

    private final JdbcClient database;

    /** A price that is not what it was. */
    record Changed(Sku sku, long minor, long version) {}

    private record TaxRow(Terms.TaxKey key, TaxRate rate) {}

    private record PriceRow(Sku sku, PriceListId list, long minor) {}

    PriceTable(JdbcClient database) {
        this.database = database;
    }

    /** The new version, or nothing when the list was the same already; its currency stays what it was. */
    Optional<Long> saveList(PriceList list) {
        return database.sql("""
                INSERT INTO pricing.list AS old (id, currency, price_group, tax_included, valid_from, valid_until)
                VALUES (:id, :currency, :group, :taxIncluded, :from, :until)
                ON CONFLICT (id) DO UPDATE
                   SET price_group = excluded.price_group, tax_included = excluded.tax_included,
                       valid_from = excluded.valid_from, valid_until = excluded.valid_until, version = old.version + 1
                 WHERE (old.price_group, old.tax_included, old.valid_from, old.valid_until)
                       IS DISTINCT FROM
                       (excluded.price_group, excluded.tax_included, excluded.valid_from, excluded.valid_until)
                RETURNING version
                """)
                .param("id", list.id().value())
                .param("currency", list.currency().getCurrencyCode())
                .param("group", list.group(), Types.VARCHAR)
                .param("taxIncluded", list.taxIncluded())
                .param("from", time(list.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", time(list.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .query(Long.class)
                .optional();
    }

    Optional<PriceList> list(PriceListId id) {
        return listNow(id).map(Versioned::value);
    }

    Optional<Versioned<PriceList>> listNow(PriceListId id) {
        return database.sql("""
                SELECT id, version, currency, price_group, tax_included, valid_from, valid_until
                  FROM pricing.list
                 WHERE id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new Versioned<>(list(row, n), row.getLong("version")))
                .optional();
    }

    /** Answers its version, and keeps its row as it is until the end of the transaction. */
    Optional<Long> lock(PriceListId id) {
        return database.sql("SELECT version FROM pricing.list WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    /** The same for one price. */
    Optional<Long> lock(PriceListId id, Sku sku) {
        return database.sql("SELECT version FROM pricing.price WHERE list = :list AND sku = :sku FOR UPDATE")
                .param("list", id.value())
                .param("sku", sku.value())
                .query(Long.class)
                .optional();
    }

    /** Those that have a price on the list, in minor units; with a lock they stay so until the end of the transaction. */
    Map<Sku, Long> pricesOf(PriceListId id, Collection<Sku> skus, boolean lock) {
        var found = new HashMap<Sku, Long>();
        database.sql("SELECT sku, minor FROM pricing.price WHERE list = :list AND sku = ANY(:skus) ORDER BY sku"
                        + (lock ? " FOR UPDATE" : ""))
                .param("list", id.value())
                .param("skus", skus.stream().map(Sku::value).toArray(String[]::new))
                .query((row, n) -> Map.entry(new Sku(row.getString("sku")), row.getLong("minor")))
                .list()
                .forEach(row -> found.put(row.getKey(), row.getValue()));
        return found;
    }

    Optional<Versioned<Long>> price(PriceListId id, Sku sku) {
        return database.sql("SELECT minor, version FROM pricing.price WHERE list = :list AND sku = :sku")
                .param("list", id.value())
                .param("sku", sku.value())
                .query((row, n) -> new Versioned<>(row.getLong("minor"), row.getLong("version")))
                .optional();
    }

    List<ListedPrice> pricesOn(PriceList list, String after, int limit) {
        return database.sql("""
                SELECT sku, minor
                  FROM pricing.price
                 WHERE list = :list AND sku > :after
                 ORDER BY sku
                 LIMIT :limit
                """)
                .param("list", list.id().value())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new ListedPrice(
                        new Sku(row.getString("sku")), new Money(row.getLong("minor"), list.currency())))
                .list();
    }

    Optional<Versioned<TaxRate>> tax(String group, String category) {
        return database.sql("SELECT basis_points, version FROM pricing.tax WHERE price_group = :group AND category = :category")
                .param("group", group)
                .param("category", category)
                .query((row, n) -> new Versioned<>(new TaxRate(row.getInt("basis_points")), row.getLong("version")))
                .optional();
    }

    /** The same for one tax. */
    Optional<Long> lock(String group, String category) {
        return database.sql("SELECT version FROM pricing.tax WHERE price_group = :group AND category = :category FOR UPDATE")
                .param("group", group)
                .param("category", category)
                .query(Long.class)
                .optional();
    }

    Optional<Long> saveTax(String group, String category, TaxRate rate) {
        return database.sql("""
                INSERT INTO pricing.tax AS old (price_group, category, basis_points)
                VALUES (:group, :category, :basisPoints)
                ON CONFLICT (price_group, category) DO UPDATE
                   SET basis_points = excluded.basis_points, version = old.version + 1
                 WHERE old.basis_points <> excluded.basis_points
                RETURNING version
                """)
                .param("group", group)
                .param("category", category)
                .param("basisPoints", rate.basisPoints())
                .query(Long.class)
                .optional();
    }

    /** Answers those that changed. Sorted, so that two writers of one list never wait for each other in a circle. */
    List<Changed> savePrices(PriceListId list, SortedMap<Sku, Long> minors) {
        return database.sql("""
                INSERT INTO pricing.price AS old (list, sku, minor)
                SELECT :list, given.sku, given.minor
                  FROM unnest(:skus::text[], :minors::bigint[]) AS given (sku, minor)
                ON CONFLICT (sku, list) DO UPDATE
                   SET minor = excluded.minor, version = old.version + 1
                 WHERE old.minor <> excluded.minor
                RETURNING sku, minor, version
                """)
                .param("list", list.value())
                .param("skus", minors.keySet().stream().map(Sku::value).toArray(String[]::new))
                .param("minors", minors.values().toArray(Long[]::new))
                .query((row, n) ->
                        new Changed(new Sku(row.getString("sku")), row.getLong("minor"), row.getLong("version")))
                .list();
    }

    Terms terms() {
        var lists = database.sql("""
                SELECT id, currency, price_group, tax_included, valid_from, valid_until
                  FROM pricing.list
                """).query(PriceTable::list).list();
        var taxes = new HashMap<Terms.TaxKey, TaxRate>();
        database.sql("SELECT price_group, category, basis_points FROM pricing.tax")
                .query(PriceTable::tax)
                .list()
                .forEach(tax -> taxes.put(tax.key(), tax.rate()));
        return new Terms(lists, taxes);
    }

    Map<Sku, SkuPrices> prices(Collection<Sku> skus) {
        var prices = new HashMap<Sku, Map<PriceListId, Long>>();
        database.sql("SELECT sku, list, minor FROM pricing.price WHERE sku = ANY(:skus)")
                .param("skus", skus.stream().map(Sku::value).toArray(String[]::new))
                .query(PriceTable::price)
                .list()
                .forEach(row -> prices.computeIfAbsent(row.sku(), sku -> new HashMap<>())
                        .put(row.list(), row.minor()));
        var found = new HashMap<Sku, SkuPrices>();
        prices.forEach((sku, byList) -> found.put(sku, new SkuPrices(byList)));
        return found;
    }

    private static PriceList list(ResultSet row, int number) throws SQLException {
        return new PriceList(
                new PriceListId(row.getString("id")),
                Currency.getInstance(row.getString("currency")),
                row.getString("price_group"),
                row.getBoolean("tax_included"),
                instant(row, "valid_from"),
                instant(row, "valid_until"));
    }

    private static TaxRow tax(ResultSet row, int number) throws SQLException {
        return new TaxRow(
                new Terms.TaxKey(row.getString("price_group"), row.getString("category")),
                new TaxRate(row.getInt("basis_points")));
    }

    private static PriceRow price(ResultSet row, int number) throws SQLException {
        return new PriceRow(
                new Sku(row.getString("sku")), new PriceListId(row.getString("list")), row.getLong("minor"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
