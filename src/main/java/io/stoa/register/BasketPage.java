package io.stoa.register;

import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.locations.Location;
import io.stoa.orders.CartOutcome;
import io.stoa.page.PageFrame;
import io.stoa.register.Basket.Way;
import io.stoa.register.Open.Line;
import io.stoa.register.stores.Stores;
import io.stoa.shared.Sku;
import io.stoa.showing.Showing;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Fills the basket: by scanner, by keyboard, by hand. Every answer leads back to the till. */
@Controller
@RequestMapping("/till")
class BasketPage {

    private static final String TILL = "redirect:/till";
    private static final int CODE_MAX = 100;

    private final Stores stores;
    private final Sales sales;
    private final Catalog catalog;
    private final Buyers buyers;

    BasketPage(Stores stores, Sales sales, Catalog catalog, Buyers buyers) {
        this.stores = stores;
        this.sales = sales;
        this.catalog = catalog;
        this.buyers = buyers;
    }

    /** A SKU or GTIN goes into the basket, a customer's card names the buyer, a cart that is shown is taken, anything else is searched for. */
    @PostMapping("/scan")
    String scan(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "TAKE") Way way,
            Caller caller,
            PageFrame frame,
            HttpSession session,
            RedirectAttributes flash) {
        var store = stores.at(caller);
        var typed = code.strip().substring(0, Math.min(CODE_MAX, code.strip().length()));
        if (typed.isEmpty()) {
            return TILL;
        }
        if (isBeingPaid(session, store, frame, flash)) {
            return TILL;
        }
        var sku = catalog.scan(typed);
        if (sku.isPresent()) {
            var open = sales.open(session, caller, store);
            return answer(sales.add(session, open, sku.get(), way, 1), frame, session, flash);
        }
        var customer = buyers.byCard(typed);
        if (customer.isPresent()) {
            sales.keep(session, sales.open(session, caller, store).sale().customer(customer.get()));
            return TILL;
        }
        if (Showing.isCode(typed)) {
            return "forward:/till/shown";
        }
        flash.addAttribute("q", typed);
        return TILL;
    }

    /** {@code set} comes from the buttons beside the field {@code quantity}. */
    @PostMapping("/lines")
    String change(
            @RequestParam Sku sku,
            @RequestParam Way way,
            @RequestParam(defaultValue = "1") int quantity,
            @RequestParam(required = false) @Nullable Integer set,
            Caller caller,
            PageFrame frame,
            HttpSession session,
            RedirectAttributes flash) {
        var wanted = new Line(sku, way, Math.clamp(set == null ? quantity : set, 0, Sales.PIECES_MAX));
        if (isBeingPaid(session, stores.at(caller), frame, flash)) {
            return TILL;
        }
        return sales.current(session, stores.at(caller))
                .map(open -> answer(sales.set(session, open, wanted), frame, session, flash))
                .orElse(TILL);
    }

    /** So many pieces of a line leave the other way. */
    @PostMapping("/ways")
    String move(
            @RequestParam Sku sku,
            @RequestParam Way way,
            @RequestParam int pieces,
            Caller caller,
            PageFrame frame,
            HttpSession session,
            RedirectAttributes flash) {
        if (!isBeingPaid(session, stores.at(caller), frame, flash)) {
            sales.current(session, stores.at(caller)).ifPresent(open -> sales.move(session, open, sku, way, pieces));
        }
        return TILL;
    }

    @PostMapping("/undo")
    String undo(Caller caller, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        if (!isBeingPaid(session, stores.at(caller), frame, flash)) {
            sales.undo(session, stores.at(caller));
        }
        return TILL;
    }

    @PostMapping("/empty")
    String empty(Caller caller, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        Location store = stores.at(caller);
        if (isBeingPaid(session, store, frame, flash)) {
            return TILL;
        }
        sales.current(session, store).ifPresent(open -> sales.empty(session, open));
        return TILL;
    }

    /** Once a part of the money is there, the basket is what it is for: nothing comes in or goes out. */
    private boolean isBeingPaid(HttpSession session, Location store, PageFrame frame, RedirectAttributes flash) {
        boolean paying = sales.current(session, store).map(open -> open.sale().tab()).isPresent();
        if (paying) {
            flash.addFlashAttribute("problem", frame.t("till.parts.locked"));
        }
        return paying;
    }

    private String answer(CartOutcome outcome, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        switch (outcome) {
            case CartOutcome.Changed changed -> {}
            case CartOutcome.NotSold gone -> flash.addFlashAttribute("problem", frame.t("till.not-sold", gone.sku()));
            case CartOutcome.Full full -> flash.addFlashAttribute("problem", frame.t("till.full", full.linesMax()));
            case CartOutcome.NotOpen closed -> {
                sales.forget(session);
                flash.addFlashAttribute("problem", frame.t("till.closed"));
            }
        }
        return TILL;
    }
}
