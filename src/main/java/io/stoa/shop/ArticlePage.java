package io.stoa.shop;

import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Media;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductId;
import io.stoa.catalog.Variant;
import io.stoa.page.PageFrame;
import io.stoa.page.Picture;
import io.stoa.page.Texts;
import io.stoa.pricing.promotions.Promotion;
import io.stoa.reasons.PriceWords;
import io.stoa.reasons.Reasons;
import io.stoa.reviews.Reviews;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shop.reviewing.Opinions;
import io.stoa.shop.seen.Heads;
import io.stoa.shop.wishes.Wishers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** One product, one of its variants chosen, and where it is. The part about stock refreshes itself. */
@Controller
class ArticlePage {

    private final Catalog catalog;
    private final Market market;
    private final StockSentences stock;
    private final Visits visits;
    private final Heads heads;
    private final Wishers wishers;
    private final Reviews reviews;
    private final Opinions opinions;
    private final Reasons reasons;

    ArticlePage(Catalog catalog, Market market, StockSentences stock, Visits visits, Heads heads, Wishers wishers,
            Reviews reviews, Opinions opinions, Reasons reasons) {
        this.reasons = reasons;
        this.reviews = reviews;
        this.opinions = opinions;
        this.catalog = catalog;
        this.market = market;
        this.stock = stock;
        this.visits = visits;
        this.heads = heads;
        this.wishers = wishers;
    }

    @GetMapping("/shop/product/{id}")
    ModelAndView article(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String sku,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var there = catalog.product(new ProductId(id));
        if (there.isPresent() && there.get().status() == Product.Status.WITHDRAWN) {
            return gone(there.get(), frame, visits.of(request, caller, frame.texts()));
        }
        var product = there.filter(found -> found.status() == Product.Status.PUBLISHED)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var offered = product.variants().stream().filter(Variant::offered).toList();
        var chosen = offered.stream()
                .filter(variant -> variant.sku().value().equals(sku))
                .findFirst()
                .or(() -> offered.stream().findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var article = article(product, offered, chosen, frame, request);
        var priced = market.offered(List.of(chosen.sku())).get(chosen.sku());
        var price = priced == null ? null : priced.price();
        var rating = reviews.rating(product.id());
        var seen = heads.article(product, chosen, price, !article.stock().soldOut(), rating, article.path(), frame, request);
        var visit = visits.of(request, caller, frame.texts());
        boolean wished = wishers.wished(chosen.sku(), request, response, caller);
        var said = opinions.of(product.id(), rating, frame);
        return new ModelAndView(
                "shop/article", Map.of("visit", visit, "article", article, "seen", seen, "wished", wished, "said", said));
    }

    /** Who kept its address, or finds it in an old order, reads that it is sold no more. */
    private ModelAndView gone(Product product, PageFrame frame, Visit visit) {
        var language = frame.texts().language();
        var page = new ModelAndView(
                "shop/gone", Map.of("visit", visit, "title", product.title(language), "path", path(product.category(), language)));
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    @GetMapping("/shop/stock/{sku}")
    ModelAndView stock(@PathVariable String sku, PageFrame frame, HttpServletRequest request) {
        var asked = new Sku(sku);
        var report = stock.report(asked, visits.origin(request).orElse(null), visits.store(request).orElse(null), frame.texts());
        var buyable = market.prices(List.of(asked)).containsKey(asked);
        return new ModelAndView("shop/stock", Map.of("stock", report, "buyable", buyable));
    }

    private Article article(
            Product product, List<Variant> offered, Variant chosen, PageFrame frame, HttpServletRequest request) {
        var language = frame.texts().language();
        return new Article(
                product.title(language),
                product.brand(),
                product.description(language),
                product.attributes(),
                product.media().isEmpty() ? Picture.of(product.imageUrl(), product.title(language)) : picture(product, product.media().getFirst(), language),
                product.media().stream().skip(1).map(media -> picture(product, media, language)).toList(),
                path(product.category(), language),
                choices(offered, chosen, product.id()),
                chosen.sku().value(),
                price(chosen.sku(), frame.texts()),
                frame.t(market.taxIncluded() ? "shop.price.note" : "shop.price.note.net"),
                stock.report(chosen.sku(), visits.origin(request).orElse(null), visits.store(request).orElse(null), frame.texts()),
                "product:" + product.id() + " price:" + chosen.sku() + " promotion:all");
    }

    private Article.@Nullable Price price(Sku sku, Texts texts) {
        var item = catalog.items(List.of(sku)).get(sku);
        var offered = market.offered(List.of(sku)).get(sku);
        return item == null || offered == null
                ? null
                : new Article.Price(
                        texts.money(offered.price()),
                        offered.isReduced() ? texts.money(offered.listed()) : null,
                        market.promotions(item).stream().map(one -> new Article.Offer(one.name(), until(one, texts))).toList(),
                        reasons.price(sku, Quantity.of(1), LocationId.WEB, Channel.WEB)
                                .map(new PriceWords(texts, market.zone())::forCustomers)
                                .orElse(List.of()));
    }

    /** The last day on which it holds; null where it is not to end. */
    private @Nullable String until(Promotion promotion, Texts texts) {
        var until = promotion.reach().until();
        return until == null
                ? null
                : texts.get("shop.price.until", texts.day(until.minusMillis(1).atZone(market.zone()).toLocalDate()));
    }

    private static Picture picture(Product product, Media media, String language) {
        var said = media.description(language);
        return Picture.of(media.url(), said.isEmpty() ? product.title(language) : said);
    }

    private List<Link> path(String category, String language) {
        return catalog.categories().stream()
                .filter(shelf -> category.equals(shelf.path()) || category.startsWith(shelf.path() + "/"))
                .map(shelf -> Link.to(
                        shelf.name(language),
                        "/shop/category/" + UriUtils.encodePathSegment(shelf.slug(), StandardCharsets.UTF_8)))
                .toList();
    }

    private static List<Article.Choice> choices(List<Variant> offered, Variant chosen, ProductId product) {
        var names = new LinkedHashSet<String>();
        offered.forEach(variant -> names.addAll(variant.options().keySet()));
        var choices = new ArrayList<Article.Choice>();
        for (var name : names) {
            var values = values(name, offered, chosen, product);
            if (values.size() > 1) {
                choices.add(new Article.Choice(name, values));
            }
        }
        return choices;
    }

    /** Each value of an option once; it leads to the variant that has it and otherwise resembles the chosen one most. */
    private static List<Link> values(String name, List<Variant> offered, Variant chosen, ProductId product) {
        var best = new HashMap<String, Variant>();
        var order = new LinkedHashSet<String>();
        for (var variant : offered) {
            var value = variant.options().get(name);
            if (value != null) {
                order.add(value);
                best.merge(value, variant, (one, other) -> alike(other, chosen) > alike(one, chosen) ? other : one);
            }
        }
        return order.stream()
                .map(value -> new Link(
                        value,
                        "/shop/product/" + product + "?sku="
                                + UriUtils.encode(
                                        best.getOrDefault(value, chosen).sku().value(), StandardCharsets.UTF_8),
                        value.equals(chosen.options().get(name))))
                .toList();
    }

    private static long alike(Variant one, Variant other) {
        return one.options().entrySet().stream()
                .filter(entry -> other.options().entrySet().contains(entry))
                .count();
    }
}
