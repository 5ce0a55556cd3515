package io.stoa.search;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Category;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductId;
import io.stoa.catalog.Variant;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.search.ArticleTable.Offer;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes rows true again: reads what is so now, and writes it, in few statements for many products. */
@Component
class Upkeep {

    private static final int BATCH = 500;

    private final ArticleTable articles;
    private final WordTable words;
    private final Catalog catalog;
    private final Inventory inventory;
    private final WebPrices prices;

    Upkeep(ArticleTable articles, WordTable words, Catalog catalog, Inventory inventory, WebPrices prices) {
        this.articles = articles;
        this.words = words;
        this.catalog = catalog;
        this.inventory = inventory;
        this.prices = prices;
    }

    /** All of these products, words and all; those not published any more are no longer found. */
    @Transactional
    void renew(Collection<ProductId> products) {
        articles.lock();
        var published = catalog.products(products).stream()
                .filter(product -> product.status() == Product.Status.PUBLISHED)
                .toList();
        var kept = published.stream().map(Product::id).collect(Collectors.toSet());
        articles.remove(products.stream().filter(product -> !kept.contains(product)).toList());
        if (!published.isEmpty()) {
            var written = articles(published);
            articles.write(written);
            words.learn(written.stream().flatMap(Article::words).toList());
        }
    }

    /** Prices and places of these products; writes those that differ and answers how many. */
    @Transactional
    int restock(Collection<ProductId> products) {
        articles.lock();
        var old = articles.offers(products);
        var skus = old.stream().flatMap(offer -> offer.skus().stream()).toList();
        var places = places(skus);
        var costs = prices.prices(old.stream().map(Offer::first).toList());
        var changed = old.stream().map(offer -> now(offer, costs.get(offer.first()), places)).toList();
        var different = new ArrayList<>(changed);
        different.removeAll(old);
        if (!different.isEmpty()) {
            articles.update(different);
        }
        return different.size();
    }

    /** The next products behind that one whose prices and places have to be looked at; empty at the end. */
    List<ProductId> after(@Nullable ProductId product) {
        return articles.after(product == null ? 0 : product.value(), BATCH);
    }

    void clear() {
        articles.clear();
        words.clear();
    }

    private static Offer now(Offer old, @Nullable Money price, Map<Sku, Set<LocationId>> places) {
        return new Offer(old.product(), old.skus(), old.first(), minor(price), together(old.skus(), places));
    }

    private List<Article> articles(List<Product> products) {
        var offered = products.stream().flatMap(product -> skus(product).stream()).toList();
        var places = places(offered);
        var costs = prices.prices(products.stream().map(product -> skus(product).getFirst()).toList());
        var shelves = catalog.categories();
        return products.stream()
                .map(product -> Article.of(
                        product,
                        above(product.category(), shelves),
                        minor(costs.get(skus(product).getFirst())),
                        together(skus(product), places)))
                .toList();
    }

    private static List<Category> above(String path, List<Category> shelves) {
        return shelves.stream()
                .filter(shelf -> path.equals(shelf.path()) || path.startsWith(shelf.path() + "/"))
                .toList();
    }

    private static List<Sku> skus(Product product) {
        return product.variants().stream().filter(Variant::offered).map(Variant::sku).toList();
    }

    private Map<Sku, Set<LocationId>> places(List<Sku> skus) {
        return inventory.availability(skus).values().stream()
                .flatMap(List::stream)
                .filter(row -> row.available() > 0)
                .collect(Collectors.groupingBy(Availability::sku, Collectors.mapping(Availability::location, Collectors.toSet())));
    }

    private static Set<LocationId> together(List<Sku> skus, Map<Sku, Set<LocationId>> places) {
        var all = new HashSet<LocationId>();
        skus.forEach(sku -> all.addAll(places.getOrDefault(sku, Set.of())));
        return all;
    }

    private static @Nullable Long minor(@Nullable Money price) {
        return price == null ? null : price.minor();
    }
}
