package io.stoa.register.shown;

import io.stoa.access.Caller;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.CartId;
import io.stoa.orders.CartView;
import io.stoa.orders.Carts;
import io.stoa.page.PageFrame;
import io.stoa.register.InHand;
import io.stoa.register.stores.Stores;
import io.stoa.shared.Sku;
import io.stoa.showing.Showing;
import io.stoa.showing.ShownCart;
import io.stoa.showing.TakeOutcome;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** Takes a customer's cart in hand by its code, and gives it back. What was in hand before goes into it. */
@Controller
class ShownPage {

    private static final String TILL = "redirect:/till";
    private static final String PROBLEM = "problem";

    private final Stores stores;
    private final Showing showing;
    private final Carts carts;
    private final InHand hand;
    private final Locations locations;

    ShownPage(Stores stores, Showing showing, Carts carts, InHand hand, Locations locations) {
        this.stores = stores;
        this.showing = showing;
        this.carts = carts;
        this.hand = hand;
        this.locations = locations;
    }

    @PostMapping("/till/shown")
    String take(@RequestParam String code, Caller caller, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        var store = stores.at(caller);
        synchronized (WebUtils.getSessionMutex(session)) {
            var held = hand.look(session, store);
            if (held.isPresent() && (held.get().unsure() || showing.isTaken(held.get().cart()))) {
                flash.addFlashAttribute(PROBLEM, frame.t("till.shown.hand-full"));
                return TILL;
            }
            switch (showing.take(code, store.id(), caller.touchpoint())) {
                case TakeOutcome.Taken(CartId cart) ->
                    problem(cart, held.orElse(null), store, caller, frame, session)
                            .ifPresent(problem -> flash.addFlashAttribute(PROBLEM, problem));
                case TakeOutcome.Gone(ShownCart shown) -> flash.addFlashAttribute(PROBLEM, gone(shown, frame));
                case TakeOutcome.Expired expired -> flash.addFlashAttribute(PROBLEM, frame.t("till.shown.old"));
                case TakeOutcome.NoSuchCode none -> flash.addAttribute("q", code.strip());
            }
            return TILL;
        }
    }

    /** The basket goes back to where it came from, and the hand is empty. */
    @PostMapping("/till/shown/back")
    String back(Caller caller, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        synchronized (WebUtils.getSessionMutex(session)) {
            hand.look(session, stores.at(caller)).filter(held -> showing.isTaken(held.cart())).ifPresent(held -> {
                if (held.unsure()) {
                    flash.addFlashAttribute(PROBLEM, frame.t("till.park.unsure"));
                } else {
                    showing.giveBack(held.cart(), caller.touchpoint());
                    hand.letGo(session);
                }
            });
            return TILL;
        }
    }

    /** Puts it in hand; a cart that cannot be sold here goes back at once. */
    private Optional<String> problem(
            CartId id, InHand.@Nullable Held held, Location store, Caller caller, PageFrame frame, HttpSession session) {
        var cart = carts.find(id).filter(found -> found.state() == CartView.State.OPEN && !found.isEmpty());
        if (cart.isEmpty() || !cart.get().currency().equals(hand.currency(store))) {
            showing.giveBack(id, caller.touchpoint());
            return Optional.of(frame.t(cart.isEmpty() ? "till.shown.over" : "till.shown.currency"));
        }
        if (held != null) {
            carts.find(held.cart()).ifPresent(mine -> add(mine, cart.get()));
        }
        var home = held == null ? Map.<Sku, Integer>of() : held.home();
        var buyer = cart.get().customer() != null || held == null ? cart.get().customer() : held.customer();
        hand.take(session, store, id, home, buyer);
        return Optional.empty();
    }

    private void add(CartView mine, CartView cart) {
        for (var line : mine.lines()) {
            int there = cart.lines().stream()
                    .filter(other -> other.sku().equals(line.sku()))
                    .mapToInt(other -> other.quantity().units())
                    .sum();
            var _ = carts.put(cart.id(), line.sku(), there + line.quantity().units());
        }
    }

    private String gone(ShownCart shown, PageFrame frame) {
        var place = Optional.ofNullable(shown.location()).flatMap(locations::find).map(Location::name).orElse("");
        return frame.t("till.shown.gone." + shown.state(), place);
    }
}
