package io.stoa.shop.account;

import io.stoa.access.Caller;
import io.stoa.access.Device;
import io.stoa.access.Entrance;
import io.stoa.access.SignIns;
import io.stoa.access.SignedIn;
import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.customers.Passkey;
import io.stoa.customers.Passkeys;
import io.stoa.page.PageFrame;
import io.stoa.secrets.Password;
import io.stoa.shared.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The password, and where a customer is signed in. */
@Controller
public class SecurityPage {

    private static final String PAGE = "/shop/account/security";
    private static final Duration NOW = Duration.ofMinutes(15);
    private static final Set<String> SAID = Set.of("changed", "ended", "passkey", "unpasskey");

    private final Own own;
    private final Customers customers;
    private final SignIns signIns;
    private final Passkeys passkeys;
    private final Clock clock;

    SecurityPage(Own own, Customers customers, SignIns signIns, Passkeys passkeys, Clock clock) {
        this.own = own;
        this.customers = customers;
        this.signIns = signIns;
        this.passkeys = passkeys;
        this.clock = clock;
    }

    /** One browser where somebody is signed in, in words. */
    public record Place(long id, String device, String seen, String since, boolean here) {}

    /** A passkey, in words. */
    public record Key(long id, String device, String since, String used) {}

    @GetMapping(PAGE)
    ModelAndView show(
            @RequestParam(defaultValue = "") String said, PageFrame frame, Caller caller, HttpServletRequest request) {
        return page(own.of(caller), Map.of(), said, frame, caller, request);
    }

    @PostMapping(PAGE + "/password")
    ModelAndView change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String password,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var customer = own.of(caller);
        Password chosen;
        try {
            chosen = new Password(password);
        } catch (IllegalArgumentException refused) {
            return Own.unfit(page(
                    customer, Map.of("password", frame.t("access.error.password")), "", frame, caller, request));
        }
        if (customer.hasPassword() && !customers.isPassword(customer.id(), old)) {
            return Own.unfit(
                    page(customer, Map.of("old", frame.t("shop.account.old.wrong")), "", frame, caller, request));
        }
        customers.setPassword(customer.id(), chosen, signIns.here(Entrance.SHOP, request), caller.touchpoint());
        return new ModelAndView("redirect:" + PAGE + "?said=changed");
    }

    @PostMapping(PAGE + "/places/{id}/end")
    String end(@PathVariable long id, Caller caller) {
        signIns.end(Actor.customer(own.of(caller).id()), id, caller.touchpoint());
        return "redirect:" + PAGE + "?said=ended";
    }

    @PostMapping(PAGE + "/places/end")
    String endOthers(Caller caller, HttpServletRequest request) {
        var here = signIns.here(Entrance.SHOP, request);
        signIns.endAll(Actor.customer(own.of(caller).id()), here, caller.touchpoint());
        return "redirect:" + PAGE + "?said=ended";
    }

    private ModelAndView page(
            Customer customer,
            Map<String, String> errors,
            String said,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var here = signIns.here(Entrance.SHOP, request);
        var model = new HashMap<String, Object>();
        model.put("hasPassword", customer.hasPassword());
        model.put("errors", errors);
        model.put("said", SAID.contains(said) ? said : "");
        model.put("places", signIns.of(Actor.customer(customer.id())).stream()
                .map(place -> place(place, here == null ? 0 : here, frame))
                .toList());
        model.put("keys", passkeys.of(customer.id()).stream()
                .map(key -> key(key, frame))
                .toList());
        model.put("topic", "customer:" + customer.id());
        return own.page("security", model, frame, caller, request);
    }

    private Place place(SignedIn place, long here, PageFrame frame) {
        var ago = Duration.between(place.seenAt(), clock.instant());
        var seen = place.id() == here || ago.compareTo(NOW) < 0
                ? frame.t("shop.account.seen.now")
                : frame.t("shop.account.seen.ago", frame.texts().length(ago));
        var zone = Objects.requireNonNullElse(frame.zone(), ZoneOffset.UTC);
        return new Place(
                place.id(),
                device(Device.of(place.device()), frame),
                seen,
                frame.t("shop.account.since", frame.momentNamed(place.openedAt(), zone)),
                place.id() == here);
    }

    private static Key key(Passkey key, PageFrame frame) {
        var zone = Objects.requireNonNullElse(frame.zone(), ZoneOffset.UTC);
        var used = key.usedAt();
        return new Key(
                key.id(),
                device(Device.of(key.device()), frame),
                frame.t("shop.account.passkey.added", frame.momentNamed(key.madeAt(), zone)),
                used == null ? "" : frame.t("shop.account.passkey.used", frame.momentNamed(used, zone)));
    }

    private static String device(Device device, PageFrame frame) {
        if (device.browser().isEmpty() && device.system().isEmpty()) {
            return frame.t("shop.account.device.unknown");
        }
        return device.browser().isEmpty() || device.system().isEmpty()
                ? device.browser() + device.system()
                : frame.t("shop.account.device", device.browser(), device.system());
    }
}
