package io.stoa.customers.web;

import io.stoa.access.Admission;
import io.stoa.access.Caller;
import io.stoa.access.Entrance;
import io.stoa.customers.Customers;
import io.stoa.customers.Identifier;
import io.stoa.customers.IdentifierTaken;
import io.stoa.customers.NewCustomer;
import io.stoa.page.PageFrame;
import io.stoa.secrets.Password;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private final Admission admission;

    SignUpPage(Customers customers, Admission admission) {
        this.customers = customers;
        this.admission = admission;
    }

    @GetMapping("/shop/sign-up")
    ModelAndView form(@RequestParam(defaultValue = "") String back) {
        return new ModelAndView(VIEW, Map.of(Entrance.BACK, Entrance.SHOP.back(back)));
    }

    /** Who has opened an account is signed in, and goes on where they were. */
    @PostMapping("/shop/sign-up")
    @Nullable
    ModelAndView signUp(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String back,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        var problem = problem(name, email, password);
        if (!problem.isEmpty()) {
            return again(problem, name, email, back);
        }
        try {
            var language = frame.texts().language();
            var customer = new NewCustomer(null, name, List.of(email), List.of(), List.of(), List.of(), language);
            customers.signUp(customer, new Password(password), caller.touchpoint());
        } catch (IdentifierTaken taken) {
            return again("taken", name, email, back);
        }
        return admission.admit(Entrance.SHOP, email, password, request, response)
                ? null
                : new ModelAndView("redirect:" + Entrance.SHOP.signInPath());
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

    private static ModelAndView again(String problem, String name, String email, String back) {
        var field = problem.equals("taken") ? "email" : problem;
        return new ModelAndView(
                VIEW,
                Map.of(
                        "name", name,
                        "email", email,
                        "error", "access.error." + problem,
                        "field", field,
                        Entrance.BACK, Entrance.SHOP.back(back)));
    }
}
