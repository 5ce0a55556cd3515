package io.stoa.shop.account;

import io.stoa.access.Caller;
import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.customers.PostalAddress;
import io.stoa.locations.Address;
import io.stoa.page.PageFrame;
import io.stoa.shop.Checkout;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where a customer wants things sent; the first address stands ready in the checkout. */
@Controller
class AddressesPage {

    private static final String PAGE = "/shop/account/addresses";

    private final Own own;
    private final Customers customers;

    AddressesPage(Own own, Customers customers) {
        this.own = own;
        this.customers = customers;
    }

    @GetMapping(PAGE)
    ModelAndView list(
            @RequestParam(required = false) @Nullable Integer edit,
            @RequestParam(defaultValue = "") String said,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var customer = own.of(caller);
        var country = frame.texts().locale().getCountry();
        var form = edit == null || edit < 0 || edit >= customer.addresses().size()
                ? AddressForm.fresh(customer.version(), customer.name(), country)
                : AddressForm.of(edit, customer.version(), customer.addresses().get(edit));
        return page(customer, form, Map.of(), said, frame, caller, request);
    }

    @PostMapping(PAGE)
    ModelAndView save(@ModelAttribute AddressForm form, PageFrame frame, Caller caller, HttpServletRequest request) {
        var customer = own.of(caller);
        var errors = form.errors(frame.texts());
        if (!errors.isEmpty()) {
            return Own.unfit(page(customer, form, errors, "", frame, caller, request));
        }
        if (form.version() != customer.version()) {
            return Own.unfit(page(customer, form.newer(customer.version()), Map.of(), "moved", frame, caller, request));
        }
        var all = new ArrayList<>(customer.addresses());
        var at = form.at();
        if (at != null && at >= 0 && at < all.size()) {
            all.set(at, form.address());
        } else if (all.size() < AddressBook.MOST) {
            all.add(form.address());
        }
        customers.setAddresses(customer.id(), all, caller.touchpoint());
        return new ModelAndView("redirect:" + PAGE + "?said=saved");
    }

    @PostMapping(PAGE + "/{at}/first")
    String first(@PathVariable int at, @RequestParam long version, Caller caller) {
        return changed(at, version, caller, all -> all.addFirst(all.remove(at)));
    }

    @PostMapping(PAGE + "/{at}/removal")
    String remove(@PathVariable int at, @RequestParam long version, Caller caller) {
        return changed(at, version, caller, all -> {
            var _ = all.remove(at);
        });
    }

    /** Which one is meant is known by the version only. */
    private String changed(int at, long version, Caller caller, Consumer<List<PostalAddress>> change) {
        var customer = own.of(caller);
        if (version != customer.version() || at < 0 || at >= customer.addresses().size()) {
            return "redirect:" + PAGE + "?said=moved";
        }
        var all = new ArrayList<>(customer.addresses());
        change.accept(all);
        customers.setAddresses(customer.id(), all, caller.touchpoint());
        return "redirect:" + PAGE + "?said=saved";
    }

    private ModelAndView page(
            Customer customer,
            AddressForm form,
            Map<String, String> errors,
            String said,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var model = new HashMap<String, Object>();
        model.put("addresses", customer.addresses().stream().map(address -> lines(address, frame)).toList());
        model.put("form", form);
        model.put("errors", errors);
        model.put("said", said.equals("saved") || said.equals("moved") ? said : "");
        model.put("countries", Checkout.Country.all(frame.texts().locale()));
        return own.page("addresses", model, frame, caller, request);
    }

    private static List<String> lines(PostalAddress known, PageFrame frame) {
        return new Address(
                        known.name(), known.line1(), known.line2(), known.city(), known.region(), known.postcode(), known.country())
                .lines(frame.texts().locale());
    }
}
