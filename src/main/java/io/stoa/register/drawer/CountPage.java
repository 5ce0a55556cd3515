package io.stoa.register.drawer;

import io.stoa.access.Caller;
import io.stoa.drawer.DrawerId;
import io.stoa.drawer.DrawerOutcome;
import io.stoa.drawer.DrawerReport;
import io.stoa.drawer.Drawers;
import io.stoa.drawer.Till;
import io.stoa.locations.Location;
import io.stoa.page.PageFrame;
import io.stoa.register.stores.Stores;
import io.stoa.shared.Money;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Counts the drawer by notes and coins and closes it. What was typed stays when something is wrong. */
@Controller
@RequestMapping("/till/drawer/count")
class CountPage {

    private static final String DRAWER = "redirect:/till/drawer";

    private final Stores stores;
    private final Drawers drawers;
    private final long offByMax;

    CountPage(Stores stores, Drawers drawers, @Value("${stoa.drawer.off-by-max:100}") long offByMax) {
        this.stores = stores;
        this.drawers = drawers;
        this.offByMax = offByMax;
    }

    @GetMapping
    ModelAndView count(Caller caller) {
        return Till.of(caller.touchpoint())
                .flatMap(drawers::openAt)
                .map(open -> page(open.id(), Map.of(), null, caller))
                .orElseGet(() -> new ModelAndView(DRAWER));
    }

    @PostMapping
    ModelAndView close(
            @RequestParam DrawerId drawer, @RequestParam Map<String, String> typed, Caller caller, PageFrame frame) {
        var store = stores.at(caller);
        var found = drawers.find(drawer).filter(one -> one.till().location().equals(store.id()));
        if (found.isEmpty()) {
            return new ModelAndView(DRAWER);
        }
        var form = new CountForm(found.get().opening().currency(), typed);
        var count = form.count();
        if (count.isEmpty()) {
            return page(drawer, typed, frame.t("till.count.unread"), caller);
        }
        return switch (drawers.close(drawer, count.get(), form.reason(), caller.touchpoint())) {
            case DrawerOutcome.Done _, DrawerOutcome.ClosedAlready _ -> new ModelAndView(DRAWER + "/reports/" + drawer);
            case DrawerOutcome.ReasonMissing(Money _, Money off) ->
                page(drawer, typed, frame.t(off.minor() < 0 ? "till.count.short.ask" : "till.count.over.ask", off.minor() < 0 ? off.negated() : off), caller);
            case DrawerOutcome.Behind _ -> page(drawer, typed, frame.t("till.drawer.behind"), caller);
            case DrawerOutcome.OpenAlready _,
                    DrawerOutcome.NotThatMuch _,
                    DrawerOutcome.OtherCurrency _,
                    DrawerOutcome.KeyReused _,
                    DrawerOutcome.NoSuchPlace _,
                    DrawerOutcome.NoSuchDrawer _ -> new ModelAndView(DRAWER);
        };
    }

    private ModelAndView page(
            DrawerId drawer, Map<String, String> typed, @Nullable String problem, Caller caller) {
        Location store = stores.at(caller);
        DrawerReport report = drawers.report(drawer).orElseThrow();
        var currency = report.drawer().opening().currency();
        var model = new HashMap<String, Object>(Map.of(
                "store", store.name(),
                "till", report.drawer().till().name(),
                "drawer", drawer.toString(),
                "form", new CountForm(currency, typed),
                "expected", report.expected(),
                "tolerance", new Money(offByMax, currency)));
        if (problem != null) {
            model.put("problem", problem);
        }
        var page = new ModelAndView("till/drawerCount", model);
        page.setStatus(problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
