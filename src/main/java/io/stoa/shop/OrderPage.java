package io.stoa.shop;

import io.stoa.access.Caller;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.giftcards.GiftCards;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.orders.paying.Tendered;
import io.stoa.orders.views.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.shared.OrderId;
import io.stoa.shop.collecting.Collector;
import io.stoa.shop.collecting.OtherStores;
import io.stoa.shop.paying.GiftPart;
import io.stoa.shop.paying.PayWays;
import io.stoa.shop.returning.Backs;
import io.stoa.shop.reviewing.Opinions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** An order afterwards: how it stands, pay, cancel. */
@Controller
class OrderPage {

    private final Orders orders;
    private final GiftCards gifts;
    private final OrderStory story;
    private final OrderLinks links;
    private final Visits visits;
    private final Backs backs;
    private final OtherStores others;
    private final Opinions opinions;
    private final Fulfilment fulfilment;

    OrderPage(Orders orders, OrderStory story, OrderLinks links, Visits visits, GiftCards gifts,
            Backs backs, OtherStores others, Opinions opinions, Fulfilment fulfilment) {
        this.fulfilment = fulfilment;
        this.opinions = opinions;
        this.others = others;
        this.backs = backs;
        this.gifts = gifts;
        this.orders = orders;
        this.story = story;
        this.links = links;
        this.visits = visits;
    }

    @GetMapping("/shop/orders/{id}/{key}")
    ModelAndView order(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String declined,
            @RequestParam(required = false) @Nullable String late,
            @RequestParam(required = false) @Nullable String store,
            @RequestParam(required = false) @Nullable String collector,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var order = find(id, key);
        links.hand(response, order.id());
        // Said of a payment that is still missing: whoever comes back to the address of a paid order reads nothing of it.
        var problem = problem(order.state() == OrderState.AWAITING_PAYMENT ? declined : null, late, store, collector);
        var bought = story.of(order, caller, problem == null ? null : frame.t(problem), frame);
        return new ModelAndView("shop/order", Map.of(
                        "visit", visits.of(request, caller, frame.texts()),
                        "order", bought,
                        "returning", backs.of(order, frame.texts()),
                        "reviewable", opinions.reviewable(order, frame.texts().language()),
                        "collector", Collector.of(fulfilment.of(order.id())),
                        "others", others.of(order, visits.origin(request).orElse(null), frame.texts())));
    }

    private static @Nullable String problem(
            @Nullable String declined, @Nullable String late, @Nullable String store, @Nullable String collector) {
        if (declined != null) {
            return "shop.order.declined";
        }
        if (late != null) {
            return "shop.order.cancel.late";
        }
        if (collector != null) {
            return "shop.order.collector.late";
        }
        return store == null ? null : store.equals("gone") ? "shop.order.store.gone" : "shop.order.store.late";
    }

    @PostMapping("/shop/orders/{id}/{key}/payment")
    String pay(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String gift,
            Caller caller) {
        var found = find(id, key);
        var order = found.id();
        var part = GiftPart.of(gift, orders.due(order), gifts);
        if (!part.fits() || (!part.typed() && card.isBlank())) {
            return "redirect:" + links.to(order) + "?declined";
        }
        var rest = card.isBlank()
                ? Optional.<Tendered>empty()
                : Optional.of(PayWays.tendered(card, found.contact().email()));
        return switch (part.pay(orders, order, rest, caller.touchpoint())) {
            case PayOutcome.Declined declined -> "redirect:" + links.to(order) + "?declined";
            case PayOutcome.Redirect away -> "redirect:" + away.page();
            case PayOutcome.Paid paid -> "redirect:" + links.to(order);
            case PayOutcome.PartlyPaid partly -> "redirect:" + links.to(order);
            case PayOutcome.TooMuch tooMuch -> "redirect:" + links.to(order);
            case PayOutcome.Undecided undecided -> "redirect:" + links.to(order);
            case PayOutcome.NotPayable notPayable -> "redirect:" + links.to(order);
            case PayOutcome.NoSuchOrder gone -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @PostMapping("/shop/orders/{id}/{key}/cancellation")
    String cancel(@PathVariable long id, @PathVariable String key, Caller caller) {
        var order = find(id, key).id();
        return switch (orders.cancel(order, "the customer cancelled in the shop", caller.touchpoint())) {
            case ChangeOutcome.Done done -> "redirect:" + links.to(order);
            case ChangeOutcome.TooLate late -> "redirect:" + links.to(order) + "?late";
            case ChangeOutcome.NotThere none -> "redirect:" + links.to(order) + "?late";
            case ChangeOutcome.NoSuchOrder gone -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /** A wrong key and an order that is not there look the same from outside. */
    private OrderView find(long id, String key) {
        if (id <= 0 || !links.fits(id, key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return orders.find(new OrderId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
