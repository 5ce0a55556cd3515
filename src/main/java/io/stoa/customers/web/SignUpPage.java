package io.stoa.customers.web;

import io.stoa.access.Caller;
import io.stoa.customers.Customers;
import io.stoa.customers.Identifier;
import io.stoa.customers.IdentifierTaken;
import io.stoa.customers.NewCustomer;
import io.stoa.page.PageFrame;
import io.stoa.secrets.Password;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a customer opens an account of their own. */
@Controller
class SignUpPage {

    private static final String VIEW = "access/signUp";

    private final Customers customers;

    SignUpPage(Customers customers) {
        this.customers = customers;
    }

    @GetMapping("/shop/sign-up")
    ModelAndView form() {
        return new ModelAndView(VIEW);
    }

    @PostMapping("/shop/sign-up")
    ModelAndView signUp(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            PageFrame frame,
            Caller caller) {
        var problem = problem(name, email, password);
        if (!problem.isEmpty()) {
            return again(problem, name, email);
        }
        try {
            var language = frame.texts().language();
            var customer = new NewCustomer(null, name, List.of(email), List.of(), List.of(), List.of(), language);
            customers.signUp(customer, new Password(password), caller.touchpoint());
        } catch (IdentifierTaken taken) {
            return again("taken", name, email);
        }
        return new ModelAndView("redirect:/shop/sign-in?welcome");
    }

    private static String problem(String name, String email, String password) {
        if (name.isBlank() || name.length() > NewCustomer.NAME_MAX) {
            return "name";
        }
        if (isRefused(() -> Identifier.email(email))) {
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

    private static ModelAndView again(String problem, String name, String email) {
        var field = problem.equals("taken") ? "email" : problem;
        return new ModelAndView(
                VIEW, Map.of("name", name, "email", email, "error", "access.error." + problem, "field", field));
    }
}
