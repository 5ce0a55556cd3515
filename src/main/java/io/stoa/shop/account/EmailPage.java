package io.stoa.shop.account;

import io.stoa.access.Caller;
import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.customers.EmailChange;
import io.stoa.customers.IdentifierTaken;
import io.stoa.mail.Mail;
import io.stoa.mail.Postbox;
import io.stoa.mail.Recipient;
import io.stoa.page.PageFrame;
import io.stoa.shared.Allowance;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Another e-mail address: asked for with the password, confirmed with the code that was mailed there. */
@Controller
class EmailPage {

    private static final String PAGE = "/shop/account/details/email";
    /** Of one customer in ten minutes, to ask and to try. */
    private static final int MOST = 20;

    private final Own own;
    private final Customers customers;
    private final EmailChange change;
    private final Mail mail;
    private final Allowance asked = new Allowance(MOST, Duration.ofMinutes(10));

    EmailPage(Own own, Customers customers, EmailChange change, Mail mail) {
        this.own = own;
        this.customers = customers;
        this.change = change;
        this.mail = mail;
    }

    @GetMapping(PAGE)
    ModelAndView show(PageFrame frame, Caller caller, HttpServletRequest request) {
        return page(own.of(caller), "", false, Map.of(), frame, caller, request);
    }

    /** The same answer whether the address belongs to somebody or not. */
    @PostMapping(PAGE)
    ModelAndView ask(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String old,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var customer = own.of(caller);
        var wrong = wrong(customer, email, old, frame);
        if (wrong != null) {
            return Own.unfit(page(customer, email, false, wrong, frame, caller, request));
        }
        change.ask(customer.id(), email);
        return page(customer, email.strip(), true, Map.of(), frame, caller, request);
    }

    @PostMapping(PAGE + "/check")
    ModelAndView confirm(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String code,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var customer = own.of(caller);
        try {
            if (asked.take(customer.id().toString()) && change.confirm(customer.id(), email, code, caller.touchpoint())) {
                return new ModelAndView("redirect:/shop/account/details?said=saved");
            }
        } catch (IdentifierTaken taken) {
            return Own.unfit(page(customer, "", false, Map.of("email", frame.t("shop.account.email.taken")), frame, caller, request));
        }
        return Own.unfit(page(customer, email, true, Map.of("code", frame.t("access.code.wrong")), frame, caller, request));
    }

    private @Nullable Map<String, String> wrong(Customer customer, String email, String old, PageFrame frame) {
        if (!Recipient.isAddress(email)) {
            return Map.of("email", frame.t("access.error.email"));
        }
        if (customer.emails().stream().anyMatch(one -> one.equalsIgnoreCase(email.strip()))) {
            return Map.of("email", frame.t("shop.account.email.own"));
        }
        if (!asked.take(customer.id().toString())) {
            return Map.of("email", frame.t("shop.account.email.often"));
        }
        return customer.hasPassword() && !customers.isPassword(customer.id(), old)
                ? Map.of("old", frame.t("shop.account.email.password.wrong"))
                : null;
    }

    private ModelAndView page(
            Customer customer,
            String email,
            boolean sent,
            Map<String, String> errors,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var model = new HashMap<String, Object>();
        model.put("email", email);
        model.put("sent", sent);
        model.put("waits", frame.demo() && mail.server().kind() == Postbox.State.Kind.NONE);
        model.put("hasPassword", customer.hasPassword());
        model.put("errors", errors);
        return own.page("email", model, frame, caller, request);
    }
}
