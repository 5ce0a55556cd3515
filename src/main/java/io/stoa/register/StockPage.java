package io.stoa.register;

import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.ProductId;
import io.stoa.page.PageFrame;
import io.stoa.register.stores.Stores;
import io.stoa.shared.Sku;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who has it: an article's stock in this store and in the others, kept true while one looks. */
@Controller
class StockPage {

    private static final int WORDS_MAX = 100;

    private final Stores stores;
    private final Articles articles;
    private final Catalog catalog;

    StockPage(Stores stores, Articles articles, Catalog catalog) {
        this.stores = stores;
        this.articles = articles;
        this.catalog = catalog;
    }

    @GetMapping("/till/stock")
    ModelAndView stock(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable ProductId product,
            Caller caller,
            PageFrame frame) {
        var store = stores.at(caller);
        var words = q.strip().substring(0, Math.min(WORDS_MAX, q.strip().length()));
        var model = new HashMap<String, Object>(Map.of("store", store.name(), "words", words));
        var sku = words.isEmpty() ? null : catalog.scan(words).orElse(null);
        var report = sku == null ? null : articles.report(sku, store, frame.texts());
        if (report != null) {
            model.put("report", report);
        } else if (product != null) {
            model.put("hits", articles.variants(product, store, frame.texts()));
        } else if (!words.isEmpty()) {
            model.put("hits", articles.search(words, store, frame.texts()));
        }
        return new ModelAndView("till/stock", model);
    }

    /** The part of the page that refreshes itself. */
    @GetMapping("/till/stock/places")
    ModelAndView places(@RequestParam Sku sku, Caller caller, PageFrame frame) {
        var report = articles.report(sku, stores.at(caller), frame.texts());
        var model = new HashMap<String, Object>();
        if (report != null) {
            model.put("report", report);
        }
        return new ModelAndView("till/places", model);
    }
}
