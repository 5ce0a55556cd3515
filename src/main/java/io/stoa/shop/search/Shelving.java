package io.stoa.shop.search;

import io.stoa.catalog.Catalog;
import io.stoa.catalog.Category;
import io.stoa.locations.Location;
import io.stoa.page.PageFrame;
import io.stoa.page.Texts;
import io.stoa.search.Facets;
import io.stoa.search.Found;
import io.stoa.search.PriceBand;
import io.stoa.search.Wanted;
import io.stoa.shared.Money;
import io.stoa.shop.Link;
import io.stoa.shop.Market;
import io.stoa.shop.StockSentences;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

/** Lays out what was found: the goods, what is chosen, and where each further choice leads. */
@Component
class Shelving {

    /** As the search calls the trait. */
    private static final String BRAND = "brand";

    private final Catalog catalog;
    private final Market market;
    private final Goods goods;
    private final StockSentences stock;

    Shelving(Catalog catalog, Market market, Goods goods, StockSentences stock) {
        this.catalog = catalog;
        this.market = market;
        this.goods = goods;
        this.stock = stock;
    }

    Shelf shelf(@Nullable Category category, Narrowing narrowing, Found found, @Nullable Location store, PageFrame frame) {
        var texts = frame.texts();
        var typed = narrowing.q();
        return new Shelf(
                title(category, typed, texts),
                typed.isEmpty() ? null : typed,
                note(found, typed, texts),
                category == null ? List.of() : path(category, texts.language()),
                goods.of(found.products(), found.soldOut(), found.here(), ready(store, texts), texts),
                found.total(),
                chosen(narrowing, store, texts),
                narrowing.isNarrow() ? narrowing.wide().href() : null,
                facets(narrowing, found.facets(), store, texts),
                orders(narrowing, texts),
                narrowing.page() > 1 ? narrowing.page(narrowing.page() - 1).href() : null,
                found.more() ? narrowing.page(narrowing.page() + 1).href() : null,
                found.products().isEmpty() ? departments(texts.language()) : List.of());
    }

    /** {@code In Leeds, ready in 2 hours}. */
    private @Nullable String ready(@Nullable Location store, Texts texts) {
        if (store == null) {
            return null;
        }
        return stock.pickup(store, texts)
                .map(ready -> texts.get("find.store.here.ready", store.name(), ready))
                .orElseGet(() -> texts.get("find.store.here", store.name()));
    }

    private static String title(@Nullable Category category, String typed, Texts texts) {
        if (category != null) {
            return category.name(texts.language());
        }
        return typed.isEmpty() ? texts.get("shop.all") : texts.get("shop.search.title", typed);
    }

    private static @Nullable String note(Found found, String typed, Texts texts) {
        if (found.products().isEmpty()) {
            return null;
        }
        return switch (found.reading()) {
            case AS_TYPED -> null;
            case CORRECTED, GUESSED -> texts.get("find.read", typed, String.join(" ", found.read()));
            case SOME -> texts.get("find.some");
        };
    }

    private List<Link> departments(String language) {
        return catalog.categories().stream()
                .filter(shelf -> shelf.parentSlug() == null && shelf.products() > 0)
                .map(shelf -> Link.to(shelf.name(language), href(shelf.slug())))
                .sorted(Comparator.comparing(Link::text))
                .toList();
    }

    private List<Link> path(Category category, String language) {
        var path = new ArrayList<Link>();
        var above = category.parentSlug();
        while (above != null) {
            var parent = catalog.category(above);
            parent.ifPresent(found -> path.addFirst(Link.to(found.name(language), href(found.slug()))));
            above = parent.map(Category::parentSlug).orElse(null);
        }
        return path;
    }

    // --- What is chosen

    private List<Link> chosen(Narrowing now, @Nullable Location store, Texts texts) {
        var chosen = new ArrayList<Link>();
        now.traits().forEach((name, values) -> values.forEach(value -> chosen.add(
                new Link(texts.get("find.chosen", name(name, texts), value), now.turned(name, value).href(), true))));
        var band = now.band(market.currency());
        if (band != null) {
            chosen.add(new Link(text(band, texts), now.costing(null).href(), true));
        }
        if (now.stock()) {
            chosen.add(new Link(texts.get("find.stock"), now.inStock(false).href(), true));
        }
        var at = now.at();
        if (at != null) {
            var name = store != null && store.id().value().equals(at) ? store.name() : at;
            chosen.add(new Link(texts.get("find.at", name), now.at(null).href(), true));
        }
        return chosen;
    }

    private static List<Link> orders(Narrowing now, Texts texts) {
        return Arrays.stream(Wanted.Order.values())
                .map(order -> new Link(texts.get("find.order." + order), now.by(order).href(), order == now.order()))
                .toList();
    }

    // --- What one may choose

    private List<Shelf.Facet> facets(Narrowing now, Facets counted, @Nullable Location store, Texts texts) {
        var facets = new ArrayList<Shelf.Facet>();
        facets.add(new Shelf.Facet(texts.get("find.shelves"), shelves(now, counted)));
        facets.add(new Shelf.Facet(texts.get("find.where"), places(now, counted, store, texts)));
        facets.add(new Shelf.Facet(texts.get("find.price"), bands(now, counted, texts)));
        for (var trait : counted.traits()) {
            var choices = trait.values().stream()
                    .map(value -> new Shelf.Choice(
                            value.value(),
                            value.count(),
                            now.turned(trait.name(), value.value()).href(),
                            now.has(trait.name(), value.value())))
                    .sorted(Sizes.order(texts.locale()))
                    .toList();
            facets.add(new Shelf.Facet(name(trait.name(), texts), choices));
        }
        facets.removeIf(facet -> facet.choices().isEmpty());
        return facets;
    }

    private static List<Shelf.Choice> shelves(Narrowing now, Facets counted) {
        return counted.shelves().size() < 2 && !now.base().startsWith("/shop/category")
                ? List.of()
                : counted.shelves().stream()
                        .map(shelf -> new Shelf.Choice(shelf.name(), shelf.count(), now.on(href(shelf.slug())).href(), false))
                        .toList();
    }

    private static List<Shelf.Choice> places(Narrowing now, Facets counted, @Nullable Location store, Texts texts) {
        var choices = new ArrayList<Shelf.Choice>();
        if (store != null && (counted.here() > 0 || now.at() != null)) {
            var at = store.id().value();
            boolean chosen = at.equals(now.at());
            choices.add(new Shelf.Choice(
                    texts.get("find.at", store.name()), counted.here(), now.at(chosen ? null : at).href(), chosen));
        }
        choices.add(new Shelf.Choice(texts.get("find.stock"), counted.inStock(), now.inStock(!now.stock()).href(), now.stock()));
        return choices;
    }

    private List<Shelf.Choice> bands(Narrowing now, Facets counted, Texts texts) {
        var currency = market.currency();
        if (counted.bands().size() < 2 && now.price() == null) {
            return List.of();
        }
        return counted.bands().stream()
                .map(band -> {
                    var price = Narrowing.price(band.band(), currency);
                    boolean chosen = price.equals(now.price());
                    return new Shelf.Choice(
                            text(band.band(), texts), band.count(), now.costing(chosen ? null : price).href(), chosen);
                })
                .toList();
    }

    private String text(PriceBand band, Texts texts) {
        var currency = market.currency();
        var from = texts.money(new Money(band.from(), currency));
        if (band.until() == Long.MAX_VALUE) {
            return texts.get("find.price.from", from);
        }
        var until = texts.money(new Money(band.until(), currency));
        return band.from() == 0 ? texts.get("find.price.until", until) : texts.get("find.price.between", from, until);
    }

    private static String name(String trait, Texts texts) {
        if (trait.equals(BRAND)) {
            return texts.get("find.brand");
        }
        return trait.substring(0, 1).toUpperCase(texts.locale()) + trait.substring(1);
    }

    static String href(String slug) {
        return "/shop/category/" + UriUtils.encodePathSegment(slug, StandardCharsets.UTF_8);
    }
}
