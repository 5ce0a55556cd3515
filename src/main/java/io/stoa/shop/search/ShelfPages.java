package io.stoa.shop.search;

import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.Category;
import io.stoa.page.PageFrame;
import io.stoa.search.Found;
import io.stoa.search.Search;
import io.stoa.search.Wanted;
import io.stoa.shop.Link;
import io.stoa.shop.Market;
import io.stoa.shop.Visits;
import io.stoa.shop.seen.Heads;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    private static final int SHELVES_SUGGESTED = 2;

    private final Catalog catalog;
    private final Search search;
    private final Shelving shelving;
    private final Goods goods;
    private final Market market;
    private final Visits visits;
    private final Heads heads;

    ShelfPages(Catalog catalog, Search search, Shelving shelving, Goods goods, Market market, Visits visits, Heads heads) {
        this.catalog = catalog;
        this.search = search;
        this.shelving = shelving;
        this.goods = goods;
        this.market = market;
        this.visits = visits;
        this.heads = heads;
    }

    @GetMapping("/")
    String front() {
        return "redirect:/shop";
    }

    @GetMapping("/shop")
    ModelAndView home(PageFrame frame, Caller caller, HttpServletRequest request) {
        var found = search.find(Wanted.all(SHELF).in(frame.texts().language()));
        var view = new ModelAndView(
                "shop/home",
                Map.of(
                        "visit", visits.of(request, caller, frame.texts()),
                        "seen", heads.home(frame, request),
                        "goods", goods.of(found.products(), found.soldOut(), Set.of(), null, frame.texts())));
        return view.addObject("next", found.more() ? "/shop/search?page=2" : null);
    }

    @GetMapping("/shop/category/{slug}")
    ModelAndView category(@PathVariable String slug, PageFrame frame, Caller caller, HttpServletRequest request) {
        var category = catalog.category(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return shelf(category, Narrowing.read(Shelving.href(slug), request), frame, caller, request);
    }

    @GetMapping("/shop/search")
    ModelAndView search(PageFrame frame, Caller caller, HttpServletRequest request) {
        var narrowing = Narrowing.read("/shop/search", request);
        var exact = narrowing.isNarrow() ? null : article(narrowing.q());
        return exact == null ? shelf(null, narrowing, frame, caller, request) : new ModelAndView("redirect:" + exact);
    }

    @GetMapping("/shop/suggestions")
    ModelAndView suggestions(@RequestParam(defaultValue = "") String q, PageFrame frame) {
        var typed = Narrowing.typed(q);
        var language = frame.texts().language();
        var found = search.suggest(typed, language, SUGGESTED);
        var read = found.reading() == Found.Reading.CORRECTED || found.reading() == Found.Reading.GUESSED
                ? String.join(" ", found.read())
                : "";
        return new ModelAndView(
                "shop/suggestions",
                Map.of(
                        "typed", typed,
                        "read", read,
                        "shelves", typed.length() < 2 ? List.of() : shelves(typed, language),
                        "goods", goods.of(found.products(), Set.of(), Set.of(), null, frame.texts())));
    }

    private ModelAndView shelf(
            @Nullable Category category, Narrowing narrowing, PageFrame frame, Caller caller, HttpServletRequest request) {
        var texts = frame.texts();
        var store = visits.store(request).orElse(null);
        var slug = category == null ? null : category.slug();
        var wanted = narrowing.wanted(slug, market.currency(), texts.language(), SHELF);
        var found = search.find(wanted.countingAt(store == null ? null : store.id()));
        var shelf = shelving.shelf(category, narrowing, found, store, frame);
        boolean narrowed = narrowing.isNarrow() || narrowing.page() > 1 || narrowing.order() != Wanted.Order.BEST;
        var seen = category == null
                ? heads.search(shelf.title(), request)
                : heads.shelf(category, shelf.path(), narrowed, frame, request);
        return new ModelAndView(
                "shop/shelf", Map.of("visit", visits.of(request, caller, texts), "shelf", shelf, "seen", seen));
    }

    /** Where the article is whose number or bar code was typed, if it is sold. */
    private @Nullable String article(String typed) {
        return search.exactly(typed)
                .map(sku -> catalog.items(List.of(sku)).get(sku))
                .filter(item -> item != null && item.sellable())
                .map(item -> "/shop/product/" + item.productId() + "?sku="
                        + UriUtils.encode(item.sku().value(), StandardCharsets.UTF_8))
                .orElse(null);
    }

    private String path(Category shelf, String language) {
        var above = shelf.parentSlug() == null ? null : catalog.category(shelf.parentSlug()).orElse(null);
        return above == null ? shelf.name(language) : above.name(language) + " › " + shelf.name(language);
    }

    /** Departments whose name has a word that begins like what was typed. */
    private List<Link> shelves(String typed, String language) {
        var begun = typed.toLowerCase(Locale.ROOT);
        return catalog.categories().stream()
                .filter(shelf -> shelf.products() > 0)
                .filter(shelf -> (" " + shelf.name(language).toLowerCase(Locale.ROOT)).contains(" " + begun))
                .limit(SHELVES_SUGGESTED)
                .map(shelf -> Link.to(path(shelf, language), Shelving.href(shelf.slug())))
                .toList();
    }
}
