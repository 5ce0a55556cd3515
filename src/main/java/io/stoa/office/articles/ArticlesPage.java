package io.stoa.office.articles;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.ProductCard;
import io.stoa.edits.Edits;
import io.stoa.edits.Selection;
import io.stoa.office.Csv;
import io.stoa.page.PageFrame;
import io.stoa.pricing.Pricing;
import io.stoa.search.Articles;
import io.stoa.search.ListedArticle;
import io.stoa.search.WebPrices;
import io.stoa.shared.Money;
import io.stoa.shared.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of published articles, the same as a file, and the wish to change some or all that it shows. */
@Controller
class ArticlesPage {

    static final String HERE = "/office/articles";

    private static final int ROWS = 50;
    private static final int EXPORT_MAX = 200_000;

    private final Articles articles;
    private final Catalog catalog;
    private final Pricing pricing;
    private final WebPrices prices;
    private final Edits edits;

    ArticlesPage(Articles articles, Catalog catalog, Pricing pricing, WebPrices prices, Edits edits) {
        this.articles = articles;
        this.catalog = catalog;
        this.pricing = pricing;
        this.prices = prices;
        this.edits = edits;
    }

    @GetMapping(HERE)
    ModelAndView list(
            @RequestParam Map<String, String> typed, @RequestParam(defaultValue = "") String after, PageFrame frame) {
        return page(ArticleFilter.of(typed), after, WishForm.EMPTY, frame);
    }

    @GetMapping(HERE + ".csv")
    void export(@RequestParam Map<String, String> typed, PageFrame frame, HttpServletResponse response) throws IOException {
        var filter = ArticleFilter.of(typed);
        try (var out = Csv.file(
                response, "articles.csv", "code", "title", "brand", "department", "first sku", "variants", "price", "currency", "places")) {
            String after = "";
            for (int rows = 0; after != null && rows < EXPORT_MAX; rows += Page.SIZE_MAX) {
                var page = articles.list(filter.query(after, Page.SIZE_MAX, catalog, prices.currency()));
                var cards = catalog.cards(page.items().stream().map(ListedArticle::product).toList(), frame.texts().language());
                page.items().forEach(one -> out.write(line(one, cards.get(one.product()))));
                after = page.next();
            }
        }
    }

    /** Nothing of the goods changes by it: it leads to a page with what would. */
    @PostMapping(HERE + "/changes")
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    ModelAndView wish(@RequestParam MultiValueMap<String, String> typed, Caller caller, PageFrame frame) {
        var form = WishForm.of(typed);
        var filter = ArticleFilter.of(typed.toSingleValueMap());
        var wish = form.read(pricing.lists(), frame.texts());
        if (wish.isEmpty()) {
            var page = page(filter, "", form, frame);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        var selection = form.all()
                ? new Selection(null, filter.query("", ROWS, catalog, prices.currency()))
                : new Selection(form.products(), null);
        return new ModelAndView("redirect:" + HERE + "/changes/" + edits.wish(wish.get(), selection, caller.touchpoint()));
    }

    private ModelAndView page(ArticleFilter filter, String after, WishForm form, PageFrame frame) {
        var query = filter.query(after, ROWS, catalog, prices.currency());
        var page = articles.list(query);
        var cards = catalog.cards(page.items().stream().map(ListedArticle::product).toList(), frame.texts().language());
        var here = filter.address("");
        var shown = new ArticlesShown(
                filter,
                catalog.categories(),
                pricing.lists(),
                page.items().stream()
                        .filter(one -> cards.containsKey(one.product()))
                        .map(one -> row(one, Objects.requireNonNull(cards.get(one.product())), frame))
                        .toList(),
                articles.count(query),
                filter.address(".csv"),
                query.after() == null ? null : here,
                page.next() == null ? null : here + "&after=" + page.next());
        return new ModelAndView("office/articles/list", Map.of("shown", shown, "form", form));
    }

    private ArticlesShown.Row row(ListedArticle one, ProductCard card, PageFrame frame) {
        return new ArticlesShown.Row(
                one.product().value(),
                card.code(),
                card.title(),
                card.brand(),
                card.category(),
                one.price() == null ? "" : frame.texts().money(new Money(one.price(), prices.currency())),
                card.variants(),
                one.places(),
                card.imageUrl());
    }

    private String line(ListedArticle one, @Nullable ProductCard card) {
        if (card == null) {
            return "";
        }
        var price = one.price() == null ? "" : new Money(one.price(), prices.currency()).decimal().toPlainString();
        return Csv.line(
                card.code(),
                card.title(),
                Objects.requireNonNullElse(card.brand(), ""),
                card.category(),
                one.first(),
                card.variants(),
                price,
                prices.currency().getCurrencyCode(),
                one.places());
    }
}
