package io.stoa.register.stores;

import io.stoa.access.Caller;
import io.stoa.shared.LocationId;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Says in which store this till stands: the associate's home, or the one chosen here for as long as they are signed in. */
@Controller
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class StorePage {

    private final Stores stores;

    StorePage(Stores stores) {
        this.stores = stores;
    }

    @GetMapping("/till/store")
    ModelAndView choose(Caller caller) {
        var model = new HashMap<String, Object>(Map.of("stores", stores.all()));
        stores.of(caller).ifPresent(store -> model.put("store", store));
        return new ModelAndView("till/store", model);
    }

    @PostMapping("/till/store")
    String keep(@RequestParam LocationId store, HttpSession session) {
        stores.find(store).ifPresent(found -> session.setAttribute(Caller.LOCATION_ATTRIBUTE, found.id()));
        return "redirect:/till";
    }

    @ExceptionHandler(Stores.NoStore.class)
    String ask() {
        return "redirect:/till/store";
    }
}
