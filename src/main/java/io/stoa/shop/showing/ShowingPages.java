package io.stoa.shop.showing;

import io.stoa.access.Caller;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.CartView;
import io.stoa.orders.Carts;
import io.stoa.page.PageFrame;
import io.stoa.shared.LocationId;
import io.stoa.shop.Link;
import io.stoa.shop.OrderLinks;
import io.stoa.shop.Visits;
import io.stoa.shop.seen.Site;
import io.stoa.showing.Showing;
import io.stoa.showing.ShownCart;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Takes a cart along: to the phone, to the till. */
@Controller
class ShowingPages {

    private static final String CART = "redirect:/shop/cart";

    private final Showing showing;
    private final Carts carts;
    private final CartLinks links;
    private final Visits visits;
    private final OrderLinks orders;
    private final Locations locations;
    private final Site site;
    private final Clock clock;

    ShowingPages(
            Showing showing,
            Carts carts,
            CartLinks links,
            Visits visits,
            OrderLinks orders,
            Locations locations,
            Site site,
            Clock clock) {
        this.showing = showing;
        this.carts = carts;
        this.links = links;
        this.visits = visits;
        this.orders = orders;
        this.locations = locations;
        this.site = site;
        this.clock = clock;
    }

    // --- At the till

    @PostMapping("/shop/cart/showing")
    String show(Caller caller, HttpServletRequest request) {
        var cart = visits.cart(request, caller).filter(found -> !found.isEmpty());
        if (cart.isEmpty()) {
            return CART;
        }
        var _ = showing.show(cart.get().id());
        return CART + "/showing";
    }

    @GetMapping("/shop/cart/showing")
    ModelAndView shown(PageFrame frame, Caller caller, HttpServletRequest request) {
        var shown = visits.cart(request, caller).map(CartView::id).flatMap(showing::find);
        return shown.isEmpty()
                ? new ModelAndView(CART)
                : new ModelAndView(
                        "shop/showing",
                        Map.of("visit", visits.of(request, caller, frame.texts()), "shown", shown(shown.get(), frame)));
    }

    private Shown shown(ShownCart cart, PageFrame frame) {
        var now = clock.instant();
        var store = Optional.ofNullable(cart.location()).flatMap(locations::find).map(Location::name).orElse("");
        var step = switch (cart.state()) {
            case SHOWN -> cart.isReadable(now) ? Shown.Step.CODE : Shown.Step.OLD;
            case TAKEN -> cart.isTaken(now) ? Shown.Step.TAKEN : Shown.Step.OLD;
            case SOLD -> Shown.Step.SOLD;
            case GIVEN_BACK -> Shown.Step.BACK;
        };
        var bought = cart.orders().stream()
                .map(order -> Link.to(frame.t("shop.order", order.toString()), orders.to(order)))
                .toList();
        var until = frame.moment(cart.until(), zone(cart.location()));
        return new Shown(step, cart.code(), cart.topic(), store, until, bought);
    }

    private ZoneId zone(@Nullable LocationId place) {
        return Optional.ofNullable(place).flatMap(locations::find).map(Location::zone).orElseGet(clock::getZone);
    }

    // --- In another browser

    /** A picture of the way, for a phone's camera; who is signed in finds the same cart by signing in there. */
    @GetMapping("/shop/cart/phone")
    ModelAndView phone(PageFrame frame, Caller caller, HttpServletRequest request) {
        var cart = visits.cart(request, caller).filter(found -> !found.isEmpty());
        if (cart.isEmpty()) {
            return new ModelAndView(CART);
        }
        var path = cart.get().customer() == null ? links.to(cart.get().id()) : "/shop/sign-in?back=/shop/cart";
        return new ModelAndView(
                "shop/phone",
                Map.of(
                        "visit", visits.of(request, caller, frame.texts()),
                        "address", site.whole(path, request),
                        "known", cart.get().customer() != null));
    }

    /** Asks first: nobody's cart changes because a link was looked at. */
    @GetMapping("/shop/cart/from/{key}")
    ModelAndView from(@PathVariable String key, PageFrame frame, Caller caller, HttpServletRequest request) {
        var cart = open(key);
        return new ModelAndView(
                "shop/carryOn",
                Map.of(
                        "visit", visits.of(request, caller, frame.texts()),
                        "path", "/shop/cart/from/" + key,
                        "pieces", cart.map(CartView::pieces).orElse(0)));
    }

    /** What lay in this browser's own cart joins it; of an article in both, the larger number stays. */
    @PostMapping("/shop/cart/from/{key}")
    String carryOn(
            @PathVariable String key, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        open(key).ifPresent(cart -> {
            visits.cart(request, caller)
                    .filter(own -> own.customer() == null && !own.id().equals(cart.id()))
                    .ifPresent(own -> join(own, cart));
            visits.keepCart(response, cart.id());
        });
        return CART;
    }

    private Optional<CartView> open(String key) {
        return links.cart(key)
                .flatMap(carts::find)
                .filter(cart -> cart.state() == CartView.State.OPEN && cart.customer() == null && !cart.isEmpty());
    }

    private void join(CartView own, CartView cart) {
        for (var line : own.lines()) {
            int there = cart.lines().stream()
                    .filter(other -> other.sku().equals(line.sku()))
                    .mapToInt(other -> other.quantity().units())
                    .sum();
            if (line.quantity().units() > there) {
                var _ = carts.put(cart.id(), line.sku(), line.quantity().units());
            }
        }
    }
}
