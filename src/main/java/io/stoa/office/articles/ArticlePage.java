package io.stoa.office.articles;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.NewProduct;
import io.stoa.catalog.Picture;
import io.stoa.catalog.Pictures;
import io.stoa.catalog.Product;
import io.stoa.catalog.ProductId;
import io.stoa.edits.ByHand;
import io.stoa.edits.Edit;
import io.stoa.edits.EditId;
import io.stoa.edits.EditLine;
import io.stoa.edits.Edits;
import io.stoa.http.Problems;
import io.stoa.page.PageFrame;
import io.stoa.pricing.PriceListId;
import io.stoa.pricing.Pricing;
import io.stoa.shared.Expected;
import io.stoa.shared.Image;
import io.stoa.shared.Saved;
import io.stoa.shared.Sku;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One article: its texts, department, brand, prices, tax, bar codes and pictures to be changed, and what else is known of it. */
@Controller
class ArticlePage {

    private static final String ONE = ArticlesPage.HERE + "/{id}";
    private static final Set<String> SAID = Set.of("saved", "added", "same", "undone", "kept", "late", "otherwise", "shown", "hidden", "gone", "stale");

    private final Catalog catalog;
    private final Pricing pricing;
    private final ByHand byHand;
    private final Edits edits;
    private final ArticleView view;
    private final Pictures pictures;

    ArticlePage(Catalog catalog, Pictures pictures, Pricing pricing, ByHand byHand, Edits edits, ArticleView view) {
        this.catalog = catalog;
        this.pictures = pictures;
        this.pricing = pricing;
        this.byHand = byHand;
        this.edits = edits;
        this.view = view;
    }

    @GetMapping(ONE)
    ModelAndView show(
            @PathVariable ProductId id,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(required = false) @Nullable EditId change,
            PageFrame frame) {
        var there = find(id);
        var undoable = Optional.ofNullable(change)
                .flatMap(edits::find)
                .filter(edit -> edit.state() == Edit.State.DONE && edit.wish().article() != null);
        return page(there, now(there), said, undoable.map(Edit::id).orElse(null), frame);
    }

    /** Where only the SKU is known. */
    @GetMapping(ArticlesPage.HERE + "/of")
    String of(@RequestParam Sku sku) {
        var there = catalog.bySku(sku).orElseThrow(() -> Problems.refuse(Problems.notFound("There is no article of this SKU.")));
        return "redirect:" + ArticlesPage.HERE + "/" + there.id();
    }

    /** All of it or nothing: what somebody changed since is shown beside what was typed. */
    @PostMapping(ONE)
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    ModelAndView change(@PathVariable ProductId id, @RequestParam Map<String, String> typed, Caller caller, PageFrame frame) {
        var there = find(id);
        if (!ArticleView.editable(there, pricing.lists())) {
            throw Problems.refuse(Problems.notFound("This article is not changed by hand."));
        }
        var form = ArticleForm.sent(typed);
        var wanted = form.wanted(there, ArticleView.languages(there), pricing.lists(), view.taxes(there), frame.texts());
        if (wanted.isEmpty()) {
            return unfit(page(there, form, "", null, frame), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var here = "redirect:" + ArticlesPage.HERE + "/" + id;
        return switch (byHand.change(wanted.get(), caller.touchpoint())) {
            case ByHand.Changed.Done(var edit) -> new ModelAndView(here + "?said=saved&change=" + edit);
            case ByHand.Changed.Same _ -> new ModelAndView(here + "?said=same");
            case ByHand.Changed.Taken(var others) -> unfit(page(there, form.taken(there, others, frame.texts()), "", null, frame), HttpStatus.UNPROCESSABLE_CONTENT);
            case ByHand.Changed.Otherwise _ -> {
                var other = find(id);
                yield unfit(page(other, form.over(now(other)), "otherwise", null, frame), HttpStatus.CONFLICT);
            }
        };
    }

    /** What is on the pictures, their order, one that goes or one that is added: each of it at once, and with what else was typed. */
    @PostMapping(ONE + "/pictures")
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    ModelAndView pictures(
            @PathVariable ProductId id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "picture", required = false) @Nullable MultipartFile picture,
            Caller caller,
            PageFrame frame)
            throws IOException {
        var there = find(id);
        var form = PicturesForm.sent(typed);
        var brought = brought(form, picture, frame);
        var media = form.wanted(there, brought, frame.texts());
        if (media.isEmpty()) {
            return unfit(page(there, now(there), form, "", null, frame), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var here = "redirect:" + ArticlesPage.HERE + "/" + id;
        var wanted = new ByHand.Wanted(id, form.version(), NewProduct.of(there).showing(media.get()), List.of());
        return switch (byHand.change(wanted, caller.touchpoint())) {
            case ByHand.Changed.Done(var edit) -> new ModelAndView(here + "?said=saved&change=" + edit + "#pictures");
            case ByHand.Changed.Same _ -> new ModelAndView(here + "?said=same");
            case ByHand.Changed.Taken _, ByHand.Changed.Otherwise _ -> unfit(page(there, now(there), "otherwise", null, frame), HttpStatus.CONFLICT);
        };
    }

    private Optional<Picture> brought(PicturesForm form, @Nullable MultipartFile file, PageFrame frame) throws IOException {
        if (file == null || file.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(pictures.keep(Picture.of(file.getBytes())));
        } catch (Image.Unfit unfit) {
            var _ = form.wrong("picture", frame.t("articles.wrong.picture." + unfit.what()));
            return Optional.empty();
        }
    }

    @PostMapping(ONE + "/undo")
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    String undo(@PathVariable ProductId id, @RequestParam EditId change, Caller caller) {
        boolean undone = byHand.undo(change, caller.touchpoint());
        var kept = undone && edits.find(change).orElseThrow().number(EditLine.Outcome.KEPT) > 0;
        return "redirect:" + ArticlesPage.HERE + "/" + id + "?said=" + (kept ? "kept" : undone ? "undone" : "late");
    }

    /** Shows a draft in the shop, takes an article off the shelves, or puts it back on them. */
    @PostMapping(ONE + "/status")
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    String status(@PathVariable ProductId id, @RequestParam Product.Status status, @RequestParam long version, Caller caller) {
        var saved = catalog.change(find(id).code(), status, new Expected.Version(Set.of(version)), caller.touchpoint());
        var said = saved instanceof Saved.Stale ? "stale" : switch (status) {
            case PUBLISHED -> "shown";
            case DRAFT -> "hidden";
            case WITHDRAWN -> "gone";
        };
        return "redirect:" + ArticlesPage.HERE + "/" + id + "?said=" + said;
    }

    private ModelAndView page(Product there, ArticleForm form, String said, @Nullable EditId undoable, PageFrame frame) {
        return page(there, form, PicturesForm.of(there), said, undoable, frame);
    }

    private ModelAndView page(
            Product there, ArticleForm form, PicturesForm showing, String said, @Nullable EditId undoable, PageFrame frame) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("shown", view.of(there, frame));
        model.put("form", form);
        model.put("showing", showing);
        model.put("said", SAID.contains(said) ? said : "");
        model.put("undoable", undoable == null ? "" : undoable.toString());
        model.put("shelves", catalog.categories());
        return new ModelAndView("office/articles/one", model);
    }

    private ArticleForm now(Product there) {
        var skus = ArticleForm.offered(there).stream().map(variant -> variant.sku()).toList();
        var prices = new HashMap<PriceListId, Map<Sku, Long>>();
        pricing.lists().forEach(list -> prices.put(list.id(), pricing.pricesOn(list.id(), skus)));
        return ArticleForm.of(there, pricing.lists(), prices);
    }

    private Product find(ProductId id) {
        return catalog.product(id).orElseThrow(() -> Problems.refuse(Problems.notFound("There is no such article.")));
    }

    private static ModelAndView unfit(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }
}
