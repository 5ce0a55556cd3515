package io.stoa.register.parked;

import io.stoa.access.Caller;
import io.stoa.catalog.Catalog;
import io.stoa.catalog.SellableItem;
import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.locations.Location;
import io.stoa.page.PageFrame;
import io.stoa.parking.NewParked;
import io.stoa.parking.Parked;
import io.stoa.parking.ParkedId;
import io.stoa.parking.Parking;
import io.stoa.parking.RecallOutcome;
import io.stoa.register.InHand;
import io.stoa.register.stores.Stores;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.WebUtils;

/** Puts the basket in hand aside, lists those of this store, and takes one up at whichever till asks first. */
@Controller
@RequestMapping("/till/parked")
class ParkedPage {

    private static final String PARKED = "redirect:/till/parked";
    private static final String TILL = "redirect:/till";
    private static final String PROBLEM = "problem";

    private final Stores stores;
    private final Parking parking;
    private final InHand hand;
    private final Catalog catalog;
    private final Customers customers;
    private final Clock clock;

    ParkedPage(Stores stores, Parking parking, InHand hand, Catalog catalog, Customers customers, Clock clock) {
        this.stores = stores;
        this.parking = parking;
        this.hand = hand;
        this.catalog = catalog;
        this.customers = customers;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(Caller caller, PageFrame frame, HttpSession session) {
        var store = stores.at(caller);
        var model = new HashMap<String, Object>(Map.of("store", store.name()));
        model.put("waiting", waiting(parking.waiting(store.id()), store, frame));
        model.put("gone", waiting(parking.discarded(store.id()), store, frame));
        hand.look(session, store).ifPresent(held -> {
            model.put("name", named(held, store, frame));
            model.put("pieces", held.pieces());
        });
        return new ModelAndView("till/parked", model);
    }

    /** Puts the basket in hand aside; without a name under that of its customer, or of its first article. */
    @PostMapping
    String park(
            @RequestParam(defaultValue = "") String name,
            Caller caller,
            PageFrame frame,
            HttpSession session,
            RedirectAttributes flash) {
        var store = stores.at(caller);
        synchronized (WebUtils.getSessionMutex(session)) {
            var held = hand.look(session, store);
            if (held.isEmpty()) {
                return PARKED;
            }
            if (held.get().unsure()) {
                flash.addFlashAttribute(PROBLEM, frame.t("till.park.unsure"));
                return PARKED;
            }
            var called = Parked.name(name).isEmpty() ? named(held.get(), store, frame) : name;
            var basket = held.get();
            parking.park(
                    new NewParked(store.id(), called, basket.cart(), basket.pieces(), basket.home(), basket.customer()),
                    caller.touchpoint());
            hand.letGo(session);
            flash.addFlashAttribute("said", frame.t("till.park.done", Parked.name(called)));
        }
        return TILL;
    }

    /** With something in hand that goes first: nothing is lost by taking another basket up. */
    @PostMapping("/{id}/recall")
    String recall(@PathVariable ParkedId id, Caller caller, PageFrame frame, HttpSession session, RedirectAttributes flash) {
        var store = stores.at(caller);
        synchronized (WebUtils.getSessionMutex(session)) {
            if (hand.look(session, store).isPresent()) {
                flash.addFlashAttribute(PROBLEM, frame.t("till.park.hand-full"));
                return PARKED;
            }
            return switch (parking.recall(id, store.id(), caller.touchpoint())) {
                case RecallOutcome.Recalled(var basket) -> {
                    hand.take(session, store, basket.cart(), basket.home(), basket.customer());
                    yield TILL;
                }
                case RecallOutcome.Gone(var basket) -> {
                    flash.addFlashAttribute(PROBLEM, frame.t("till.park.gone." + basket.state(), basket.name(), who(basket.changedBy())));
                    yield PARKED;
                }
                case RecallOutcome.NoSuchBasket none -> PARKED;
            };
        }
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable ParkedId id, Caller caller, PageFrame frame, RedirectAttributes flash) {
        if (!parking.discard(id, stores.at(caller).id(), caller.touchpoint())) {
            flash.addFlashAttribute(PROBLEM, frame.t("till.park.moved"));
        }
        return PARKED;
    }

    @PostMapping("/{id}/undo")
    String undo(@PathVariable ParkedId id, Caller caller, PageFrame frame, RedirectAttributes flash) {
        if (!parking.restore(id, stores.at(caller).id(), caller.touchpoint())) {
            flash.addFlashAttribute(PROBLEM, frame.t("till.park.moved"));
        }
        return PARKED;
    }

    private List<Waiting> waiting(List<Parked> baskets, Location store, PageFrame frame) {
        var today = clock.instant().atZone(store.zone()).toLocalDate();
        return baskets.stream()
                .map(basket -> {
                    var at = basket.parkedAt().atZone(store.zone());
                    return new Waiting(
                            basket.id().toString(),
                            basket.name(),
                            basket.pieces(),
                            frame.texts().time(at.toLocalTime()),
                            who(basket.parkedBy()),
                            at.toLocalDate().isBefore(today) ? frame.t("till.park.old", at.toLocalDate()) : null);
                })
                .toList();
    }

    /** Such as {@code Blue coat, 14:05}. */
    private String named(InHand.Held held, Location store, PageFrame frame) {
        var title = Optional.ofNullable(held.customer()).flatMap(customers::find).map(Customer::name).orElseGet(() -> title(held, frame));
        var time = LocalTime.ofInstant(clock.instant(), store.zone());
        var cut = title.length() > 45 ? title.substring(0, 45) : title;
        return cut + ", " + frame.texts().time(time);
    }

    private String title(InHand.Held held, PageFrame frame) {
        var item = catalog.items(List.of(held.first()), frame.texts().language()).get(held.first());
        return Optional.ofNullable(item).map(SellableItem::title).orElse(held.first().value());
    }

    private static String who(String actor) {
        return actor.replaceFirst("^[a-z]+:", "");
    }
}
