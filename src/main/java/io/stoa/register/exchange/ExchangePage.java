package io.stoa.register.exchange;

import io.stoa.access.Caller;
import io.stoa.http.Problems;
import io.stoa.page.PageFrame;
import io.stoa.returns.ReturnId;
import io.stoa.returns.Returns;
import jakarta.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what is kept of a return in hand for the next goods, or gives it back. */
@Controller
@RequestMapping("/till/exchanges/{id}")
class ExchangePage {

    private final Returns returns;
    private final Exchanging exchanging;

    ExchangePage(Returns returns, Exchanging exchanging) {
        this.returns = returns;
        this.exchanging = exchanging;
    }

    /** Kept when the customer came the first time, used when they come again. */
    @PostMapping
    String take(@PathVariable ReturnId id, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        var kept = returns.find(id).filter(Exchanging::isKept);
        kept.ifPresentOrElse(
                document -> exchanging.take(session, id),
                () -> flash.addFlashAttribute("problem", frame.t("till.exchange.nothing")));
        return "redirect:/till";
    }

    /** As money after all; the page that follows says what to hand over. */
    @PostMapping("/refund")
    String giveBack(@PathVariable ReturnId id, Caller caller) {
        if (returns.find(id).isEmpty()) {
            throw Problems.refuse(Problems.notFound("There is no return " + id + "."));
        }
        var _ = returns.giveBack(id, caller.touchpoint());
        return "redirect:/till/returns/" + id;
    }
}
