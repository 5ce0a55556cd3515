package io.stoa.office.purchasing;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.catalog.Catalog;
import io.stoa.http.Problems;
import io.stoa.office.Listed;
import io.stoa.office.purchasing.PurchasesShown.Row;
import io.stoa.page.PageFrame;
import io.stoa.purchasing.NewPurchaseOrder;
import io.stoa.purchasing.PurchaseOrder;
import io.stoa.purchasing.PurchaseOrder.State;
import io.stoa.purchasing.PurchaseOrderId;
import io.stoa.purchasing.PurchaseOutcome;
import io.stoa.purchasing.PurchaseOutcome.Done;
import io.stoa.purchasing.Purchasing;
import io.stoa.shared.Ids;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Purchase orders: the list with a form for a new one, and the steps of one but for counting it in. */
@Controller
@AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class PurchasesPage {

    static final String HERE = "/office/purchasing";

    private static final int LISTED = 50;

    private final Purchasing purchasing;
    private final PurchaseRows rows;
    private final Names names;
    private final Catalog catalog;
    private final Ids ids;
    private final Currency currency;

    PurchasesPage(
            Purchasing purchasing,
            PurchaseRows rows,
            Names names,
            Catalog catalog,
            Ids ids,
            @Value("${stoa.currency:USD}") Currency currency) {
        this.purchasing = purchasing;
        this.rows = rows;
        this.names = names;
        this.catalog = catalog;
        this.ids = ids;
        this.currency = currency;
    }

    @GetMapping(HERE)
    ModelAndView list(
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(required = false) @Nullable PurchaseOrderId after,
            PageFrame frame) {
        return page(state, after, PurchaseForm.of(Map.of()), frame);
    }

    /** The key is made with the form, so that sending it twice is one purchase order. */
    @PostMapping(HERE)
    ModelAndView draft(@RequestParam Map<String, String> typed, Caller caller, PageFrame frame) {
        var form = PurchaseForm.of(typed);
        var wish = form.wish(currency, catalog::scan, frame.texts());
        return wish.map(order -> drafted(order, form, caller, frame)).orElseGet(() -> refused(form, frame));
    }

    @PostMapping(HERE + "/{id}/placing")
    String place(@PathVariable PurchaseOrderId id, Caller caller) {
        return done(id, purchasing.place(id, caller.touchpoint()), "placed");
    }

    @PostMapping(HERE + "/{id}/closing")
    String close(@PathVariable PurchaseOrderId id, Caller caller) {
        return done(id, purchasing.close(id, caller.touchpoint()), "closed");
    }

    @PostMapping(HERE + "/{id}/calling-off")
    String callOff(@PathVariable PurchaseOrderId id, Caller caller) {
        return done(id, purchasing.callOff(id, caller.touchpoint()), "off");
    }

    private static String done(PurchaseOrderId id, PurchaseOutcome outcome, String said) {
        return "redirect:" + HERE + "/" + id + "?said=" + switch (outcome) {
            case Done(_, boolean repeated) -> repeated ? "known" : said;
            case PurchaseOutcome.NoSuchOrder _ ->
                throw Problems.refuse(Problems.notFound("There is no such purchase order."));
            default -> "changed";
        };
    }

    private ModelAndView drafted(NewPurchaseOrder wish, PurchaseForm form, Caller caller, PageFrame frame) {
        switch (purchasing.draft(wish, caller.touchpoint())) {
            case Done(PurchaseOrder order, boolean repeated) -> {
                return new ModelAndView("redirect:" + HERE + "/" + order.id() + "?said=" + (repeated ? "known" : "drafted"));
            }
            case PurchaseOutcome.NoSuchPlace _ -> form.refuse("location", frame.texts());
            case PurchaseOutcome.NoSuchSupplier _ -> form.refuse("supplier", frame.texts());
            default -> form.refuse("article0", frame.texts());
        }
        return refused(form, frame);
    }

    private ModelAndView refused(PurchaseForm form, PageFrame frame) {
        var page = page(null, null, form, frame);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(@Nullable State state, @Nullable PurchaseOrderId after, PurchaseForm form, PageFrame frame) {
        var found = purchasing.list(state, after, LISTED);
        var here = HERE + (state == null ? "?" : "?state=" + state + "&");
        var shown = new PurchasesShown(
                found.items().stream().map(order -> rows.row(order, frame)).toList(),
                states(state, frame),
                names.suppliers(),
                names.places(),
                form.text("key").isEmpty() ? String.valueOf(ids.next()) : form.text("key"),
                currency.getCurrencyCode(),
                after == null ? null : here,
                found.next() == null ? null : here + "after=" + found.next());
        return new ModelAndView("office/purchasing/list", Map.of("shown", shown, "form", form));
    }

    private static List<Listed.Chip> states(@Nullable State state, PageFrame frame) {
        return Stream.concat(Stream.of((State) null), Stream.of(State.values()))
                .map(one -> new Listed.Chip(
                        frame.t("purchasing.state." + (one == null ? "all" : one)),
                        HERE + (one == null ? "" : "?state=" + one),
                        one == state))
                .toList();
    }
}
