package io.stoa.shop.account;

import io.stoa.access.Caller;
import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.customers.IdentifierTaken;
import io.stoa.customers.NewCustomer;
import io.stoa.customers.Phones;
import io.stoa.customers.Preferences;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.page.PageFrame;
import io.stoa.shared.LocationId;
import io.stoa.shop.Visits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Name, telephone, and how a customer wants to be served. */
@Controller
class DetailsPage {

    private static final String PAGE = "/shop/account/details";
    private static final Set<String> LANGUAGES = Set.of("en", "de");

    private final Own own;
    private final Customers customers;
    private final Locations locations;
    private final Visits visits;
    private final Phones phones;

    DetailsPage(Own own, Customers customers, Locations locations, Visits visits, Phones phones) {
        this.own = own;
        this.customers = customers;
        this.locations = locations;
        this.visits = visits;
        this.phones = phones;
    }

    @GetMapping(PAGE)
    ModelAndView show(
            @RequestParam(defaultValue = "") String said, PageFrame frame, Caller caller, HttpServletRequest request) {
        return page(own.of(caller), Map.of(), Map.of(), said, frame, caller, request);
    }

    @PostMapping(PAGE)
    ModelAndView save(
            @RequestParam Map<String, String> typed,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var customer = own.of(caller);
        var name = typed.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > NewCustomer.NAME_MAX) {
            var errors = Map.of("name", frame.t("shop.error.name"));
            return Own.unfit(page(customer, typed, errors, "", frame, caller, request));
        }
        var store = store(typed.getOrDefault("store", ""));
        var language = typed.getOrDefault("language", "");
        var wishes = new Preferences(
                LANGUAGES.contains(language) ? language : customer.language(),
                store.map(Location::id).orElse(null),
                typed.containsKey("receipts"));
        customers.describe(customer.id(), name, wishes, caller.touchpoint());
        store.ifPresent(found -> visits.keepStore(response, found));
        return new ModelAndView("redirect:" + PAGE + "?said=saved");
    }

    @PostMapping(PAGE + "/phones")
    ModelAndView addPhone(
            @RequestParam(defaultValue = "") String phone, PageFrame frame, Caller caller, HttpServletRequest request) {
        var customer = own.of(caller);
        try {
            customers.addPhone(customer.id(), phone, caller.touchpoint());
        } catch (IdentifierTaken taken) {
            return wrong(customer, phone, "shop.account.phone.taken", frame, caller, request);
        } catch (IllegalArgumentException unreadable) {
            return wrong(customer, phone, "shop.account.phone.unreadable", frame, caller, request);
        }
        return new ModelAndView("redirect:" + PAGE + "?said=saved");
    }

    @PostMapping(PAGE + "/phones/removal")
    String removePhone(@RequestParam(defaultValue = "") String phone, Caller caller) {
        var customer = own.of(caller);
        if (customer.phones().contains(phone)) {
            customers.removePhone(customer.id(), phone, caller.touchpoint());
        }
        return "redirect:" + PAGE + "?said=saved";
    }

    private Optional<Location> store(String id) {
        return id.matches("[a-z0-9][a-z0-9-]{0,39}")
                ? locations.find(new LocationId(id)).filter(place -> place.kind() == Location.Kind.STORE)
                : Optional.empty();
    }

    private ModelAndView wrong(
            Customer customer, String phone, String error, PageFrame frame, Caller caller, HttpServletRequest request) {
        var page = page(customer, Map.of("phone", phone), Map.of("phone", frame.t(error)), "", frame, caller, request);
        return Own.unfit(page);
    }

    private ModelAndView page(
            Customer customer,
            Map<String, String> typed,
            Map<String, String> errors,
            String said,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var model = new HashMap<String, Object>();
        model.put("customer", customer);
        model.put("name", typed.getOrDefault("name", customer.name()));
        model.put("phone", typed.getOrDefault("phone", ""));
        model.put("confirmed", phones.confirmed(customer.id()));
        model.put("sms", phones.areOffered());
        model.put("errors", errors);
        model.put("said", said.equals("saved") ? said : "");
        model.put("stores", locations.all().stream()
                .filter(place -> place.kind() == Location.Kind.STORE && place.open())
                .sorted(Location.byName())
                .toList());
        return own.page("details", model, frame, caller, request);
    }
}
