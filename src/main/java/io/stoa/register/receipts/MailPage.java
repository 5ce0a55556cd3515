package io.stoa.register.receipts;

import io.stoa.access.Caller;
import io.stoa.http.Problems;
import io.stoa.mail.Recipient;
import io.stoa.page.PageFrame;
import io.stoa.register.Receipts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends a receipt to the address that a customer says at the till. */
@Controller
class MailPage {

    private final Receipts receipts;
    private final ReceiptPost post;

    MailPage(Receipts receipts, ReceiptPost post) {
        this.receipts = receipts;
        this.post = post;
    }

    @PostMapping("/till/receipts/{code}/mail")
    String mail(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String press,
            @RequestParam(defaultValue = "false") boolean again,
            PageFrame frame,
            Caller caller,
            RedirectAttributes flash) {
        var orders = receipts.orders(code);
        if (orders.isEmpty()) {
            throw Problems.refuse(Problems.notFound("There is no receipt " + code + "."));
        }
        flash.addFlashAttribute("sending", sent(code, email.strip(), press, frame, caller));
        return "redirect:/till/receipts/" + code + (again ? "?again=true" : "");
    }

    private Sending sent(String code, String email, String press, PageFrame frame, Caller caller) {
        if (!Recipient.isAddress(email)) {
            return Sending.refused(email, frame.t("till.receipt.mail.unread"));
        }
        return post.send(code, email, press, caller.actor())
                ? Sending.done(email)
                : Sending.refused(email, frame.t("till.receipt.mail.often"));
    }
}
