package io.stoa.register;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductCard;
import io.stoa.catalog.ProductId;
import io.stoa.catalog.Variant;
import io.stoa.locations.Location;
import io.stoa.page.Picture;
import io.stoa.page.Texts;
import io.stoa.reasons.PriceWords;
import io.stoa.reasons.Reasons;
import io.stoa.reasons.StockWords;
import io.stoa.search.Search;
import io.stoa.shared.Channel;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds articles by words, for when there is nothing to scan. */
@Component
class Articles {

    private static final int HITS = 8;

    private final Catalog catalog;
    private final Search search;
    private final Tariff tariff;
    private final Nearby nearby;
    private final Reasons reasons;

    Articles(Catalog catalog, Search search, Tariff tariff, Nearby nearby, Reasons reasons) {
        this.reasons = reasons;
        this.catalog = catalog;
        this.search = search;
        this.tariff = tariff;
        this.nearby = nearby;
    }

    /** Products by words; a single one with variants is answered with these at once. */
    List<Hit> search(String words, Location store, Texts texts) {
        var found = search.first(words, texts.language(), HITS);
        if (found.size() == 1 && found.getFirst().variants() > 1) {
            return variants(found.getFirst().productId(), store, texts);
        }
        var skus = found.stream().map(ProductCard::firstSku).toList();
        var prices = tariff.prices(skus, store);
        var stock = nearby.stock(skus);
        return found.stream()
                .map(card -> hit(
                        card,
                        prices.get(card.firstSku()),
                        stock.getOrDefault(card.firstSku(), Map.of()).getOrDefault(store, 0),
                        texts))
                .toList();
    }

    private static Hit hit(ProductCard card, @Nullable Money price, int here, Texts texts) {
        boolean many = card.variants() > 1;
        return new Hit(
                many ? null : card.firstSku().value(),
                card.productId().toString(),
                card.title(),
                many ? texts.count("till.variants", card.variants()) : card.brand(),
                price == null ? null : texts.money(price),
                many ? null : texts.count("till.here", here),
                Nearby.amount(here),
                Picture.of(card.imageUrl(), card.title()));
    }

    /** The variants of one product. */
    List<Hit> variants(ProductId id, Location store, Texts texts) {
        return catalog.product(id)
                .filter(product -> product.status() == Product.Status.PUBLISHED)
                .map(product -> variants(product, store, texts))
                .orElse(List.of());
    }

    private List<Hit> variants(Product product, Location store, Texts texts) {
        var offered = product.variants().stream().filter(Variant::offered).toList();
        var skus = offered.stream().map(Variant::sku).toList();
        var prices = tariff.prices(skus, store);
        var stock = nearby.stock(skus);
        return offered.stream()
                .map(variant -> hit(
                        product,
                        variant,
                        prices.get(variant.sku()),
                        stock.getOrDefault(variant.sku(), Map.of()).getOrDefault(store, 0),
                        texts))
                .toList();
    }

    private static Hit hit(Product product, Variant variant, @Nullable Money price, int here, Texts texts) {
        var title = product.title(texts.language());
        return new Hit(
                variant.sku().value(),
                product.id().toString(),
                title,
                variant.title().isEmpty() ? variant.sku().value() : variant.title(),
                price == null ? null : texts.money(price),
                texts.count("till.here", here),
                Nearby.amount(here),
                Picture.of(product.imageUrl(), title));
    }

    /** Where one article lies. */
    @Nullable StockReport report(Sku sku, Location here, Texts texts) {
        var item = catalog.items(List.of(sku), texts.language()).get(sku);
        if (item == null) {
            return null;
        }
        var price = tariff.prices(List.of(sku), here).get(sku);
        var stock = nearby.stock(List.of(sku)).getOrDefault(sku, Map.of());
        return new StockReport(
                sku.value(),
                item.title(),
                item.variantTitle().isBlank() ? null : item.variantTitle(),
                price == null ? null : texts.money(price),
                Picture.of(item.imageUrl(), item.title()),
                stock.getOrDefault(here, 0) > 0,
                Nearby.shippable(stock) > 0,
                nearby.places(sku, here, texts),
                why(sku, here, texts));
    }

    private StockReport.Why why(Sku sku, Location here, Texts texts) {
        var words = new StockWords(texts);
        var stock = reasons.stock(sku, here.id());
        return new StockReport.Why(
                reasons.price(sku, Quantity.of(1), here.id(), Channel.TILL)
                        .map(new PriceWords(texts, here.zone())::all)
                        .orElse(List.of()),
                stock.map(words::verdict).orElse(""),
                stock.map(words::lines).orElse(List.of()));
    }
}
