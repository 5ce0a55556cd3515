package io.stoa.customers.web;

import io.stoa.access.Entrance;
import io.stoa.customers.Codes;
import io.stoa.customers.Identifier;
import io.stoa.customers.NewCustomer;
import io.stoa.mail.Recipient;
import io.stoa.page.PageFrame;
import io.stoa.secrets.Password;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a customer opens an account of their own. It is opened by a code that is mailed, so that nobody opens one for somebody
 * else's address, and nobody learns here who has one already: they get a mail that says so.
 */
@Controller
class SignUpPage {

    private static final String VIEW = "access/signUp";

    private final Codes codes;
    private final Sends sends;

    SignUpPage(Codes codes, Sends sends) {
        this.codes = codes;
        this.sends = sends;
    }

    @GetMapping("/shop/sign-up")
    ModelAndView form(@RequestParam(defaultValue = "") String back, HttpServletRequest request) {
        return new ModelAndView(VIEW, Map.of("email", Awaited.email(request).orElse(""), Entrance.BACK, Entrance.SHOP.back(back)));
    }

    @PostMapping("/shop/sign-up")
    ModelAndView signUp(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String back,
            PageFrame frame,
            HttpServletRequest request) {
        var problem = problem(name, email, password);
        if (!problem.isEmpty()) {
            return again(problem, name, email, back);
        }
        if (sends.tooMany(request)) {
            return CodePage.tooMany();
        }
        codes.forSigningUp(name, email, new Password(password), frame.texts().language());
        return Awaited.at("/shop/sign-up/code", email, back, request);
    }

    private static String problem(String name, String email, String password) {
        if (name.isBlank() || name.length() > NewCustomer.NAME_MAX) {
            return "name";
        }
        if (!Recipient.isAddress(email) || isRefused(() -> Identifier.email(email))) {
            return "email";
        }
        return isRefused(() -> new Password(password)) ? "password" : "";
    }

    private static boolean isRefused(Supplier<?> value) {
        try {
            return value.get() == null;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    private static ModelAndView again(String problem, String name, String email, String back) {
        var page = new ModelAndView(
                VIEW,
                Map.of(
                        "name", name,
                        "email", email,
                        "error", "access.error." + problem,
                        "field", problem,
                        Entrance.BACK, Entrance.SHOP.back(back)));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
