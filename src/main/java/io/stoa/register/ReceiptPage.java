package io.stoa.register;

import io.stoa.customers.Customers;
import io.stoa.http.Problems;
import io.stoa.page.PageFrame;
import io.stoa.register.Sale.Done;
import io.stoa.register.receipts.ReceiptLinks;
import io.stoa.register.receipts.Sending;
import io.stoa.register.returns.HandingBack;
import io.stoa.returns.Returns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The receipt after a sale, and again whenever somebody types or scans its number. */
@Controller
class ReceiptPage {

    private final Receipts receipts;
    private final ReceiptLinks links;
    private final Customers customers;
    private final Returns returns;
    private final HandingBack handingBack;

    ReceiptPage(
            Receipts receipts, ReceiptLinks links, Customers customers, Returns returns, HandingBack handingBack) {
        this.returns = returns;
        this.handingBack = handingBack;
        this.receipts = receipts;
        this.links = links;
        this.customers = customers;
    }

    /** Once more what was printed last, marked as a copy. */
    @GetMapping("/till/receipts/last")
    String last(PageFrame frame, HttpSession session, RedirectAttributes flash) {
        var last = Done.last(session);
        if (last.isEmpty()) {
            flash.addFlashAttribute("problem", frame.t("till.last.none"));
            return "redirect:/till";
        }
        return "redirect:/till/receipts/" + last.get() + "?again=true";
    }

    @GetMapping("/till/receipts/{code}")
    ModelAndView show(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean again,
            PageFrame frame,
            Model model,
            HttpServletRequest request,
            HttpSession session) {
        var given = Done.given(session, code).orElse(null);
        var receipt = receipts.of(code, given, frame.texts())
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no receipt " + code + ".")));
        var sending = model.getAttribute("sending") instanceof Sending tried ? tried : Sending.to(known(receipt));
        var page = new ModelAndView(
                "till/receipt",
                Map.of("receipt", receipt, "again", again, "link", links.whole(receipt, request), "sending", sending));
        return page.addObject("back", exchangedFrom(code, frame));
    }

    /** What goes back as money of goods that came back and paid for this. */
    private @Nullable String exchangedFrom(String code, PageFrame frame) {
        var words = receipts.orders(code).stream()
                .flatMap(order -> returns.payingFor(order.id()).stream())
                .distinct()
                .filter(document -> !HandingBack.money(document).isZero())
                .map(document -> frame.t(
                        "till.exchange.also", document.id(), HandingBack.money(document), handingBack.words(document, frame.texts())))
                .toList();
        return words.isEmpty() ? null : String.join(" ", words);
    }

    /** Where somebody who has an account reads mail; empty for a stranger. */
    private String known(Receipt receipt) {
        return Optional.ofNullable(receipt.customer())
                .flatMap(customers::find)
                .flatMap(customer -> customer.emails().stream().findFirst())
                .orElse("");
    }
}
