package io.stoa.register;

import io.stoa.http.Problems;
import io.stoa.page.PageFrame;
import io.stoa.register.Sale.Done;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The receipt after a sale, and again whenever somebody types or scans its number. */
@Controller
class ReceiptPage {

    private final Receipts receipts;

    ReceiptPage(Receipts receipts) {
        this.receipts = receipts;
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
            HttpSession session) {
        var given = Done.given(session, code).orElse(null);
        var receipt = receipts.of(code, given, frame.texts())
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no receipt " + code + ".")));
        return new ModelAndView("till/receipt", Map.of("receipt", receipt, "again", again));
    }
}
