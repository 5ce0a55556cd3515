package io.stoa.shop;

import io.stoa.access.Caller;
import io.stoa.customers.Customers;
import io.stoa.orders.CartView;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.page.PageFrame;
import io.stoa.payments.gateway.CardToken;
import io.stoa.shared.GroupCommit;
import io.stoa.shop.paying.GiftPart;
import io.stoa.showing.Showing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The checkout: one page, three decisions, one press. A press that is repeated is the same order. */
@Controller
class CheckoutPage {

    private final Orders orders;
    private final Visits visits;
    private final Counter counter;
    private final OrderLinks links;
    private final Attempts attempts;
    private final Customers customers;
    private final Showing showing;

    CheckoutPage(
            Orders orders,
            Visits visits,
            Counter counter,
            OrderLinks links,
            Attempts attempts,
            Customers customers,
            Showing showing) {
        this.orders = orders;
        this.visits = visits;
        this.counter = counter;
        this.links = links;
        this.attempts = attempts;
        this.customers = customers;
        this.showing = showing;
    }

    @GetMapping("/shop/checkout")
    ModelAndView checkout(
            @RequestParam(required = false) @Nullable String how,
            @RequestParam(required = false) @Nullable String store,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var cart = visits.cart(request, caller).filter(found -> !found.isEmpty() && !showing.isTaken(found.id()));
        if (cart.isEmpty()) {
            return new ModelAndView("redirect:/shop/cart");
        }
        var country = frame.texts().locale().getCountry();
        var known = Optional.ofNullable(caller.customer()).flatMap(customers::find);
        var form = CheckoutForm.fresh(visits.store(request).orElse(null), known, country, Attempts.fresh())
                .choosing(how == null && counter.hasAll(cart.get(), visits.store(request).orElse(null)) ? CheckoutForm.COLLECT : how, store);
        return page(cart.get(), form, Map.of(), frame, caller, request);
    }

    /** What a gift card would pay; its code is money and travels in the body, never in an address. */
    @PostMapping("/shop/checkout/gift")
    ModelAndView gift(@ModelAttribute CheckoutForm form, PageFrame frame, Caller caller, HttpServletRequest request) {
        var cart = visits.cart(request, caller).filter(found -> !found.isEmpty());
        return cart.isEmpty()
                ? new ModelAndView("redirect:/shop/cart")
                : page(cart.get(), form, Map.of(), frame, caller, request);
    }

    @PostMapping("/shop/checkout")
    ModelAndView buy(
            @ModelAttribute CheckoutForm form,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var placed = attempts.order(form.attempt());
        if (placed.isPresent()) {
            attempts.forget(response);
            return new ModelAndView("redirect:" + placed.get());
        }
        var cart = visits.cart(request, caller).orElse(null);
        if (cart == null || showing.isTaken(cart.id())) {
            return new ModelAndView("redirect:/shop/cart");
        }
        var origin = visits.origin(request).orElse(null);
        var gift = counter.gift(cart, form);
        var errors = form.errors(counter.stores(cart, origin, frame.texts()), counter.ways(frame), gift, frame.texts());
        if (!errors.isEmpty()) {
            return refused(page(cart, form, errors, frame, caller, request), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var total = counter.total(cart, form);
        if (total.isPresent() && !String.valueOf(total.get().minor()).equals(form.agreed())) {
            var moved = Map.of("total", frame.t("shop.checkout.agreed", total.get()));
            return refused(page(cart, form, moved, frame, caller, request), HttpStatus.CONFLICT);
        }
        try {
            var outcome = orders.place(wish(cart, form, gift, caller));
            return answer(outcome, cart, form, gift, frame, caller, request, response);
        } catch (GroupCommit.Overloaded late) {
            attempts.remember(response, form.attempt());
            var errorsNow = Map.of("card", frame.t("shop.busy"));
            return refused(page(cart, form, errorsNow, frame, caller, request), HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    /** With a gift card or on a page of the provider the order is placed first and paid then: where to go on. */
    private String next(PlaceOutcome.Placed placed, CheckoutForm form, GiftPart gift, Caller caller) {
        var order = placed.order();
        if (!form.paysAfterwards(gift)) {
            return links.to(order);
        }
        return switch (gift.pay(orders, order, form.tendered(), caller.touchpoint())) {
            case PayOutcome.Redirect(var page) -> page.toString();
            case PayOutcome.Declined declined -> links.to(order) + "?declined";
            case PayOutcome.Paid paid -> links.to(order);
            case PayOutcome.PartlyPaid partly -> links.to(order);
            case PayOutcome.TooMuch tooMuch -> links.to(order);
            case PayOutcome.Undecided undecided -> links.to(order);
            case PayOutcome.NotPayable over -> links.to(order);
            case PayOutcome.NoSuchOrder gone -> links.to(order);
        };
    }

    private ModelAndView answer(
            PlaceOutcome outcome,
            CartView cart,
            CheckoutForm form,
            GiftPart gift,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (outcome) {
            case PlaceOutcome.Placed placed -> {
                visits.forgetCart(response);
                attempts.forget(response);
                yield new ModelAndView("redirect:" + next(placed, form, gift, caller));
            }
            case PlaceOutcome.CardDeclined declined -> {
                visits.forgetCart(response);
                attempts.forget(response);
                yield new ModelAndView("redirect:" + links.to(declined.order()) + "?declined");
            }
            case PlaceOutcome.OutOfStock gone ->
                refused(
                        page(cart, form.attempt(Attempts.fresh()), faster(frame), frame, caller, request),
                        HttpStatus.CONFLICT);
            case PlaceOutcome.KeyReused reused -> page(cart, form.attempt(Attempts.fresh()), Map.of(), frame, caller, request);
            case PlaceOutcome.NotSold unsold -> new ModelAndView("redirect:/shop/cart");
            case PlaceOutcome.Incomplete incomplete -> new ModelAndView("redirect:/shop/cart");
            case PlaceOutcome.CartMoved moved -> new ModelAndView("redirect:/shop/cart");
        };
    }

    private static PlaceOrder wish(CartView cart, CheckoutForm form, GiftPart gift, Caller caller) {
        return new PlaceOrder(
                Attempts.key(form.attempt()),
                cart.id() + ":" + form.print(),
                cart.id(),
                List.of(),
                form.delivery(),
                cart.currency(),
                caller.customer(),
                form.contact(),
                form.paysAfterwards(gift)
                        ? new PlaceOrder.Paying.Later()
                        : new PlaceOrder.Paying.ByCard(new CardToken(CheckoutForm.text(form.card()))),
                caller.touchpoint());
    }

    private ModelAndView page(
            CartView cart,
            CheckoutForm form,
            Map<String, String> errors,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var checkout =
                counter.checkout(cart, form, errors, visits.origin(request).orElse(null), frame);
        return new ModelAndView("shop/checkout", Map.of("visit", visits.of(request, caller, frame.texts()), "checkout", checkout));
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    private static Map<String, String> faster(PageFrame frame) {
        return Map.of("how", frame.t("shop.checkout.short"));
    }
}
