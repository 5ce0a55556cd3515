package io.stoa.office.purchasing;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.office.Wording;
import io.stoa.office.purchasing.ReorderShown.Row;
import io.stoa.page.PageFrame;
import io.stoa.purchasing.ReorderPoint.Shortage;
import io.stoa.purchasing.Reordering;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What runs short, drafts for all of it, and the points below which it does. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class ReorderPage {

    private static final String HERE = PurchasesPage.HERE + "/reorder";
    private static final int LISTED = 200;

    private final Reordering reordering;
    private final Catalog catalog;
    private final Names names;
    private final Wording wording;
    private final Ids ids;
    private final Currency currency;

    ReorderPage(
            Reordering reordering,
            Catalog catalog,
            Names names,
            Wording wording,
            Ids ids,
            @Value("${stoa.currency:USD}") Currency currency) {
        this.reordering = reordering;
        this.catalog = catalog;
        this.names = names;
        this.wording = wording;
        this.ids = ids;
        this.currency = currency;
    }

    @GetMapping(HERE)
    ModelAndView show(@RequestParam(defaultValue = "") String said, PageFrame frame) {
        return page(ReorderForm.fresh(), Map.of(), said, frame);
    }

    @PostMapping(HERE)
    ModelAndView set(@ModelAttribute ReorderForm form, Caller caller, PageFrame frame) {
        var errors = new HashMap<String, String>();
        var point = form.point(catalog::scan, names, errors, frame.texts());
        if (point.isEmpty()) {
            var page = page(form, errors, "", frame);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        reordering.set(point.get(), caller.touchpoint());
        return new ModelAndView("redirect:" + HERE + "?said=set");
    }

    @PostMapping(HERE + "/removal")
    String remove(@RequestParam Sku sku, @RequestParam LocationId location, Caller caller) {
        reordering.remove(sku, location, caller.touchpoint());
        return "redirect:" + HERE + "?said=removed";
    }

    /** The key is made with the form, so that sending it twice drafts once. */
    @PostMapping(HERE + "/drafts")
    String draft(@RequestParam String key, Caller caller) {
        var drafts = reordering.draft("reorder:" + key, currency, caller.touchpoint());
        return drafts.isEmpty() ? "redirect:" + HERE + "?said=none" : "redirect:" + PurchasesPage.HERE + "?state=DRAFTED";
    }

    private ModelAndView page(ReorderForm form, Map<String, String> errors, String said, PageFrame frame) {
        var lacking = reordering.shortages();
        var points = reordering.points();
        var shown = points.stream().limit(LISTED).map(point -> new Shortage(point, 0, 0, 0)).toList();
        var skus = Stream.concat(lacking.stream(), shown.stream()).map(one -> one.at().sku()).distinct().toList();
        var titles = names.titles(skus, frame.texts());
        var model = new HashMap<String, Object>(Map.of("form", form, "errors", errors));
        model.put("said", Set.of("set", "removed", "none").contains(said) ? said : "");
        model.put("shown", new ReorderShown(
                rows(lacking, titles), rows(shown, titles), names.suppliers(), names.places(), String.valueOf(ids.next())));
        return new ModelAndView("office/purchasing/reorder", model);
    }

    private List<Row> rows(List<Shortage> found, Map<Sku, String> titles) {
        return found.stream()
                .map(one -> new Row(
                        one,
                        titles.getOrDefault(one.at().sku(), one.at().sku().value()),
                        names.supplier(one.at().supplier()),
                        wording.place(one.at().location())))
                .toList();
    }
}
