package io.stoa.register.drawer;

import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.drawer.CashKind;
import io.stoa.drawer.Drawer;
import io.stoa.drawer.DrawerId;
import io.stoa.drawer.DrawerOutcome;
import io.stoa.drawer.DrawerQuery;
import io.stoa.drawer.Drawers;
import io.stoa.drawer.NewMovement;
import io.stoa.drawer.Till;
import io.stoa.drawer.paper.Paper;
import io.stoa.http.Problems;
import io.stoa.locations.Location;
import io.stoa.page.PageFrame;
import io.stoa.register.Cash;
import io.stoa.register.Tariff;
import io.stoa.register.stores.Stores;
import io.stoa.shared.Money;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The drawer of this till: opened with a float, filled and emptied by hand, looked at, printed. Closing is {@code CountPage}. */
@Controller
@RequestMapping("/till/drawer")
class DrawerPage {

    private static final String DRAWER = "redirect:/till/drawer";
    private static final String PROBLEM = "problem";
    private static final int PAST = 7;
    private static final int TILLS_MAX = 99;
    private static final Duration FOR_YEARS = Duration.ofDays(3650);

    private final Stores stores;
    private final Drawers drawers;
    private final Tariff tariff;

    DrawerPage(Stores stores, Drawers drawers, Tariff tariff) {
        this.stores = stores;
        this.drawers = drawers;
        this.tariff = tariff;
    }

    @GetMapping
    ModelAndView show(@RequestParam(defaultValue = "false") boolean sell, Caller caller, PageFrame frame) {
        var store = stores.at(caller);
        var till = Till.of(caller.touchpoint());
        var known = drawers.tills(store.id()).stream().map(Till::name).toList();
        var model = new HashMap<String, Object>(Map.of("store", store.name(), "sell", sell, "known", known));
        model.put("till", till.map(Till::name).orElseGet(() -> unused(known, frame)));
        model.put("named", till.isPresent());
        model.put(
                "past",
                till.map(one -> drawers.list(DrawerQuery.of(one, PAST)).items())
                        .map(items -> DrawerShown.past(items, frame.texts()))
                        .orElse(List.of()));
        model.put("currency", tariff.currency(store).getCurrencyCode());
        till.flatMap(drawers::openAt).ifPresent(open -> {
            model.put("drawer", shown(open, store, frame));
            model.put("key", UUID.randomUUID().toString());
        });
        return new ModelAndView("till/drawer", model);
    }

    private DrawerShown shown(Drawer open, Location store, PageFrame frame) {
        var report = drawers.report(open.id()).orElseThrow();
        return new DrawerShown(
                open.id().toString(),
                frame.texts().money(report.expected()),
                frame.texts().moment(open.openedAt(), store.zone()),
                DrawerShown.topics(open),
                Paper.of(report, store, frame.texts()));
    }

    /** The browser is that till from now on, and its drawer is open. */
    @PostMapping
    String open(
            @RequestParam(defaultValue = "") String till,
            @RequestParam(defaultValue = "") String opening,
            @RequestParam(defaultValue = "false") boolean sell,
            Caller caller,
            PageFrame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var store = stores.at(caller);
        var name = till.strip();
        var typed = opening.strip();
        var amount = typed.isEmpty() ? Optional.<Money>empty() : Cash.read(typed, tariff.currency(store));
        if (!Caller.isDevice(name) || amount.isEmpty()) {
            flash.addFlashAttribute(Caller.isDevice(name) ? "unread" : PROBLEM, frame.t(Caller.isDevice(name) ? "till.drawer.unread" : "till.drawer.name.ask"));
            flash.addFlashAttribute("typed", typed);
            return DRAWER + (sell ? "?sell=true" : "");
        }
        var here = new Till(store.id(), name);
        remember(here, request, response);
        if (drawers.open(here, amount.get(), caller.touchpoint()) instanceof DrawerOutcome.OpenAlready) {
            flash.addFlashAttribute(PROBLEM, frame.t("till.drawer.was-open"));
        }
        return sell ? "redirect:/till?step=cash" : DRAWER;
    }

    /** This browser is another till. */
    @PostMapping("/name")
    String name(
            @RequestParam(defaultValue = "") String till,
            Caller caller,
            PageFrame frame,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var name = till.strip();
        if (Caller.isDevice(name)) {
            var here = new Till(stores.at(caller).id(), name);
            drawers.name(here);
            remember(here, request, response);
        } else {
            flash.addFlashAttribute(PROBLEM, frame.t("till.drawer.name.ask"));
        }
        return DRAWER;
    }

    @PostMapping("/movements")
    String move(
            @RequestParam String key,
            @RequestParam CashKind kind,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String reason,
            Caller caller,
            PageFrame frame,
            RedirectAttributes flash) {
        var open = Till.of(caller.touchpoint()).flatMap(drawers::openAt);
        if (open.isEmpty() || !kind.isByHand()) {
            return DRAWER;
        }
        if (kind == CashKind.PAID_OUT && !caller.has(Role.MANAGER) && !caller.has(Role.ADMIN)) {
            throw Problems.refuse(Problems.forbidden(frame.t("till.drawer.out.manager")));
        }
        var read = Cash.read(amount, open.get().opening().currency()).filter(one -> one.minor() > 0);
        if (read.isEmpty() || reason.isBlank()) {
            flash.addFlashAttribute(PROBLEM, frame.t(read.isEmpty() ? "till.drawer.unread" : "till.drawer.reason.ask"));
            return DRAWER;
        }
        var why = reason.strip().substring(0, Math.min(200, reason.strip().length()));
        var wish = new NewMovement(
                caller.actor() + "|" + key.substring(0, Math.min(100, key.length())), kind, read.get(), why);
        switch (drawers.move(open.get().id(), wish, caller.touchpoint())) {
            case DrawerOutcome.Done _ ->
                flash.addFlashAttribute(
                        "done", frame.t("till.drawer.moved", Paper.name(kind, frame.texts()), read.get()));
            case DrawerOutcome.NotThatMuch(var expected) ->
                flash.addFlashAttribute(PROBLEM, frame.t("till.drawer.few", expected));
            default -> flash.addFlashAttribute(PROBLEM, frame.t("till.drawer.gone"));
        }
        return DRAWER;
    }

    /** The X report of an open drawer, the Z report of a closed one. */
    @GetMapping("/reports/{id}")
    ModelAndView report(@PathVariable DrawerId id, Caller caller, PageFrame frame) {
        var store = stores.at(caller);
        var report = drawers.report(id)
                .filter(one -> one.drawer().till().location().equals(store.id()))
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no such report in this store.")));
        return new ModelAndView(
                "till/drawerReport", Map.of("store", store.name(), "paper", Paper.of(report, store, frame.texts())));
    }

    private static String unused(List<String> known, PageFrame frame) {
        var word = frame.t("till.drawer.numbered");
        return IntStream.rangeClosed(1, TILLS_MAX)
                .mapToObj(number -> word + " " + number)
                .filter(name -> !known.contains(name))
                .findFirst()
                .orElse(word);
    }

    private static void remember(Till till, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(Caller.DEVICE_COOKIE, Caller.deviceCookie(till.location(), till.name()))
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .maxAge(FOR_YEARS)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
