package io.stoa.register;

import io.stoa.access.Caller;
import io.stoa.page.PageFrame;
import io.stoa.register.stores.Stores;
import io.stoa.shared.CustomerId;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who buys, what waits in their cart from another door, and where things are sent. Names never stand in an address bar. */
@Controller
@RequestMapping("/till")
class BuyerPage {

    private static final String TILL = "redirect:/till";
    private static final int TYPED_MAX = 100;

    private final Stores stores;
    private final Sales sales;
    private final Buyers buyers;

    BuyerPage(Stores stores, Sales sales, Buyers buyers) {
        this.stores = stores;
        this.sales = sales;
        this.buyers = buyers;
    }

    @PostMapping("/customers")
    String search(@RequestParam(defaultValue = "") String typed, RedirectAttributes flash) {
        var text = typed.strip().substring(0, Math.min(TYPED_MAX, typed.strip().length()));
        if (!text.isEmpty()) {
            flash.addFlashAttribute("people", buyers.search(text));
        }
        return TILL + "?step=customer";
    }

    /** Without an id the sale is nobody's again. */
    @PostMapping("/customer")
    String choose(@RequestParam(required = false) @Nullable CustomerId id, Caller caller, HttpSession session) {
        var sale = sales.open(session, caller, stores.at(caller)).sale();
        sales.keep(session, sale.customer(id).to(id == null ? null : sale.to()));
        return TILL;
    }

    @PostMapping("/customer/cart")
    String bring(Caller caller, HttpSession session) {
        sales.current(session, stores.at(caller)).ifPresent(open -> sales.bring(session, open));
        return TILL;
    }

    @PostMapping("/home")
    String send(
            @ModelAttribute HomeForm form, Caller caller, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        var errors = form.errors(frame.texts());
        if (!errors.isEmpty()) {
            flash.addFlashAttribute("errors", errors).addFlashAttribute("retyped", form);
            return TILL + "?step=home";
        }
        sales.current(session, stores.at(caller))
                .ifPresent(open -> sales.keep(session, open.sale().to(form.destination())));
        return TILL;
    }
}
