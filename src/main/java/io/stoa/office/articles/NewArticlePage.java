package io.stoa.office.articles;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.edits.ByHand;
import io.stoa.page.PageFrame;
import io.stoa.pricing.Pricing;
import io.stoa.pricing.Tax;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A new article by hand, of one SKU, with its prices. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class NewArticlePage {

    private static final String HERE = ArticlesPage.HERE + "/new";
    private static final List<String> LANGUAGES = List.of("en", "de");

    private final Catalog catalog;
    private final Pricing pricing;
    private final ByHand byHand;

    NewArticlePage(Catalog catalog, Pricing pricing, ByHand byHand) {
        this.catalog = catalog;
        this.pricing = pricing;
        this.byHand = byHand;
    }

    @GetMapping(HERE)
    ModelAndView form() {
        return page(ArticleForm.EMPTY);
    }

    @PostMapping(HERE)
    ModelAndView add(@RequestParam Map<String, String> typed, Caller caller, PageFrame frame) {
        var form = ArticleForm.sent(typed);
        var prices = form.prices(pricing.lists(), frame.texts());
        var product = form.added(LANGUAGES, frame.texts());
        if (!taxes().contains(form.text("tax"))) {
            return unfit(form.wrong("tax", "tax", frame.texts()));
        }
        if (product.isEmpty() || !form.errors().isEmpty()) {
            return unfit(form);
        }
        try {
            return byHand.add(product.get(), prices, caller.touchpoint())
                    .map(id -> new ModelAndView("redirect:" + ArticlesPage.HERE + "/" + id + "?said=added"))
                    .orElseGet(() -> unfit(form.wrong("code", "taken", frame.texts())));
        } catch (Catalog.GtinTaken taken) {
            return unfit(form.wrong("gtin", "gtin.held", frame.texts()));
        } catch (Catalog.SkuTaken taken) {
            return unfit(form.wrong("code", "taken", frame.texts()));
        }
    }

    private List<String> taxes() {
        return Stream.concat(Stream.of("standard"), pricing.taxes().stream().map(Tax::category)).distinct().toList();
    }

    private ModelAndView page(ArticleForm form) {
        return new ModelAndView(
                "office/articles/new",
                Map.of("form", form, "languages", LANGUAGES, "lists", pricing.lists(), "shelves", catalog.categories(), "taxes", taxes()));
    }

    private ModelAndView unfit(ArticleForm form) {
        var page = page(form);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
