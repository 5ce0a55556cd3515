package io.stoa.shop;

import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Category;
import io.stoa.catalog.ProductCard;
import io.stoa.catalog.ProductQuery;
import io.stoa.page.PageFrame;
import io.stoa.page.Picture;
import io.stoa.shared.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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

/** Goods side by side: the entrance, departments, what a search found, and what it finds while one types. */
@Controller
class ShelfPages {

    private static final int SHELF = 24;
    private static final int SUGGESTED = 6;
    private static final int TYPED_MAX = 80;

    private final Catalog catalog;
    private final Market market;
    private final Visits visits;

    ShelfPages(Catalog catalog, Market market, Visits visits) {
        this.catalog = catalog;
        this.market = market;
        this.visits = visits;
    }

    @GetMapping("/")
    String front() {
        return "redirect:/shop";
    }

    @GetMapping("/shop")
    ModelAndView home(PageFrame frame, Caller caller, HttpServletRequest request) {
        var found = catalog.search(ProductQuery.all(SHELF).in(frame.texts().language()));
        var view = new ModelAndView(
                "shop/home", Map.of("visit", visits.of(request, caller, frame.texts()), "goods", goods(found, frame)));
        return view.addObject("next", next("/shop/search?q=", found));
    }

    @GetMapping("/shop/category/{slug}")
    ModelAndView category(
            @PathVariable String slug,
            @RequestParam(required = false) @Nullable String after,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var category = catalog.category(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var found = catalog.search(
                ProductQuery.category(slug, SHELF).in(frame.texts().language()).from(after));
        var shelf = new Shelf(
                category.name(frame.texts().language()),
                null,
                pathTo(category, frame.texts().language()),
                narrower(category, frame.texts().language()),
                goods(found, frame),
                next(href(category) + "?", found));
        return new ModelAndView("shop/shelf", Map.of("visit", visits.of(request, caller, frame.texts()), "shelf", shelf));
    }

    @GetMapping("/shop/search")
    ModelAndView search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var typed = typed(q);
        var found = catalog.search(
                ProductQuery.text(typed, SHELF).in(frame.texts().language()).from(after));
        var title = typed.isEmpty() ? frame.t("shop.all") : frame.t("shop.search.title", typed);
        var next = next("/shop/search?q=" + UriUtils.encode(typed, StandardCharsets.UTF_8), found);
        var search = typed.isEmpty() ? null : typed;
        var shelf = new Shelf(title, search, List.of(), List.of(), goods(found, frame), next);
        return new ModelAndView("shop/shelf", Map.of("visit", visits.of(request, caller, frame.texts()), "shelf", shelf));
    }

    @GetMapping("/shop/suggestions")
    ModelAndView suggestions(@RequestParam(defaultValue = "") String q, PageFrame frame) {
        var typed = typed(q);
        var query = ProductQuery.text(typed, SUGGESTED).in(frame.texts().language());
        List<Good> goods = typed.isEmpty() ? List.of() : goods(catalog.search(query), frame);
        return new ModelAndView("shop/suggestions", Map.of("goods", goods));
    }

    private List<Good> goods(Page<ProductCard> cards, PageFrame frame) {
        var prices =
                market.prices(cards.items().stream().map(ProductCard::firstSku).toList());
        return cards.items().stream()
                .map(card -> {
                    var price = prices.get(card.firstSku());
                    return new Good(
                            "/shop/product/" + card.productId(),
                            card.title(),
                            card.brand(),
                            price == null ? null : frame.texts().money(price),
                            Picture.of(card.imageUrl(), card.title()));
                })
                .toList();
    }

    private List<Link> pathTo(Category category, String language) {
        var path = new ArrayList<Link>();
        var above = category.parentSlug();
        while (above != null) {
            var parent = catalog.category(above);
            parent.ifPresent(found -> path.addFirst(Link.to(found.name(language), href(found))));
            above = parent.map(Category::parentSlug).orElse(null);
        }
        return path;
    }

    private List<Link> narrower(Category category, String language) {
        return catalog.categories().stream()
                .filter(below -> category.slug().equals(below.parentSlug()) && below.products() > 0)
                .map(below -> Link.to(below.name(language), href(below)))
                .sorted(Comparator.comparing(Link::text))
                .toList();
    }

    private static String href(Category category) {
        return "/shop/category/" + UriUtils.encodePathSegment(category.slug(), StandardCharsets.UTF_8);
    }

    private static @Nullable String next(String address, Page<ProductCard> found) {
        var after = found.next();
        return after == null ? null : address + "&after=" + UriUtils.encode(after, StandardCharsets.UTF_8);
    }

    private static String typed(String text) {
        var typed = text.strip();
        return typed.substring(0, Math.min(TYPED_MAX, typed.length()));
    }
}
