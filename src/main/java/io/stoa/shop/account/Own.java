package io.stoa.shop.account;

import io.stoa.access.Caller;
import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.page.PageFrame;
import io.stoa.shop.Visits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Whose account it is, and what all its pages show. */
@Component
class Own {

    private final Customers customers;
    private final Visits visits;

    Own(Customers customers, Visits visits) {
        this.customers = customers;
        this.visits = visits;
    }

    Customer of(Caller caller) {
        return Optional.ofNullable(caller.customer())
                .flatMap(customers::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    ModelAndView page(String view, Map<String, ?> model, PageFrame frame, Caller caller, HttpServletRequest request) {
        var all = new HashMap<String, Object>(model);
        all.put("visit", visits.of(request, caller, frame.texts()));
        return new ModelAndView("shop/account/" + view, all);
    }

    /** What was typed is not right; the page shows it again. */
    static ModelAndView unfit(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
