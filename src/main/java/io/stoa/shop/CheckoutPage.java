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
import io.stoa.shop.account.AddressBook;
import io.stoa.shop.paying.CouponField;
import io.stoa.shop.paying.GiftPart;
import io.stoa.showing.Showing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final CouponField coupons;
    private final AddressBook addresses;

    CheckoutPage(
            Orders orders,
            Visits visits,
            Counter counter,
            OrderLinks links,
            Attempts attempts,
            Customers customers,
            Showing showing,
            CouponField coupons,
            AddressBook addresses) {
        this.orders = orders;
        this.visits = visits;
        this.counter = counter;
        this.links = links;
        this.attempts = attempts;
        this.customers = customers;
        this.showing = showing;
        this.coupons = coupons;
        this.addresses = addresses;
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
                .with(Both.typed(request))
                .choosing(how == null && counter.hasAll(cart.get(), visits.store(request).orElse(null)) ? CheckoutForm.COLLECT : how, store);
        return page(cart.get(), form, Map.of(), frame, caller, request);
    }

    /** What it would be with what is typed so far. The code of a gift card is money and travels in the body, never in an address. */
    @PostMapping("/shop/checkout/summary")
    @Nullable ModelAndView summary(
            @ModelAttribute CheckoutForm typed, PageFrame frame, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        return soFar(typed.with(Both.typed(request)), Map.of(), frame, caller, request, response);
    }

    /** Puts a coupon on the cart, or takes it off; the rest of the form stays as it was typed. */
    @PostMapping("/shop/checkout/coupon")
    @Nullable ModelAndView coupon(
            @ModelAttribute CheckoutForm typed, PageFrame frame, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var errors = withCoupon(typed, frame, caller, request);
        return soFar(typed.with(Both.sent(request)), errors, frame, caller, request, response);
    }

    /** Only script asks for it: a part of the page cannot show a cart that was emptied or sold elsewhere, so the window goes there. */
    private @Nullable ModelAndView soFar(
            CheckoutForm form,
            Map<String, String> errors,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cart = visits.cart(request, caller).filter(found -> !found.isEmpty() && !showing.isTaken(found.id()));
        if (cart.isEmpty()) {
            response.setHeader("HX-Redirect", "/shop/cart");
            return null;
        }
        return page(cart.get(), form, errors, frame, caller, request);
    }

    /** A form that has no such field leaves the cart's coupon as it is. */
    private Map<String, String> withCoupon(CheckoutForm form, PageFrame frame, Caller caller, HttpServletRequest request) {
        if (form.coupon() == null) {
            return Map.of();
        }
        var cart = visits.cart(request, caller).orElse(null);
        return coupons.use(cart, form.coupon(), String.valueOf(request.getRemoteAddr()), frame.texts())
                .map(problem -> Map.of("coupon", problem))
                .orElse(Map.of());
    }

    private Map<String, String> couponProblem(CartView cart, CheckoutForm form, PageFrame frame) {
        return counter.couponProblem(cart, form, frame.texts()).map(problem -> Map.of("coupon", problem)).orElse(Map.of());
    }

    @PostMapping("/shop/checkout")
    ModelAndView buy(
            @ModelAttribute CheckoutForm typed,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var form = typed.with(Both.sent(request));
        var placed = attempts.order(form.attempt());
        if (placed.isPresent()) {
            attempts.forget(response);
            return new ModelAndView("redirect:" + placed.get());
        }
        var unread = withCoupon(form, frame, caller, request);
        var cart = visits.cart(request, caller).orElse(null);
        if (cart == null || showing.isTaken(cart.id())) {
            return new ModelAndView("redirect:/shop/cart");
        }
        var origin = visits.origin(request).orElse(null);
        var gift = counter.gift(cart, form);
        var split = counter.split(cart, form, origin, frame.texts()).orElse(null);
        var errors = form.errors(counter.stores(cart, form, origin, frame.texts()), split, counter.ways(frame), gift, frame.texts());
        errors.putAll(unread.isEmpty() ? couponProblem(cart, form, frame) : unread);
        if (!errors.isEmpty()) {
            return refused(page(cart, form, errors, frame, caller, request), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var total = counter.total(cart, form);
        if (total.isPresent() && !String.valueOf(total.get().minor()).equals(form.agreed())) {
            var moved = Map.of("total", frame.t("shop.checkout.agreed", total.get()));
            return refused(page(cart, form, moved, frame, caller, request), HttpStatus.CONFLICT);
        }
        var wish = wish(cart, form, split, gift, caller);
        return place(wish, cart, form, gift, frame, caller, request, response);
    }

    private ModelAndView place(
            PlaceOrder wish,
            CartView cart,
            CheckoutForm form,
            GiftPart gift,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (caller.customer() != null && form.keep() != null) {
            addresses.keep(caller.customer(), Objects.requireNonNull(wish.delivery()), caller.touchpoint());
        }
        try {
            return answer(orders.place(wish), cart, form, gift, frame, caller, request, response);
        } catch (GroupCommit.Overloaded late) {
            attempts.remember(response, form.attempt());
            var busy = page(cart, form, Map.of("card", frame.t("shop.busy")), frame, caller, request);
            return refused(busy, HttpStatus.SERVICE_UNAVAILABLE);
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
            case PlaceOutcome.OutOfStock gone -> again(cart, form, faster(frame), frame, caller, request);
            case PlaceOutcome.CouponRefused(var code, var why) ->
                again(cart, form, Map.of("coupon", frame.t("coupon.refused." + why, code)), frame, caller, request);
            case PlaceOutcome.KeyReused reused ->
                page(cart, form.attempt(Attempts.fresh()), Map.of(), frame, caller, request);
            case PlaceOutcome.NotSold unsold -> new ModelAndView("redirect:/shop/cart");
            case PlaceOutcome.NotOrdered other -> new ModelAndView("redirect:/shop/cart");
            case PlaceOutcome.OtherPrices others ->
                refused(page(cart, form, faster(frame), frame, caller, request), HttpStatus.CONFLICT);
            case PlaceOutcome.Incomplete incomplete -> new ModelAndView("redirect:/shop/cart");
            case PlaceOutcome.CartMoved moved -> new ModelAndView("redirect:/shop/cart");
        };
    }

    private ModelAndView again(
            CartView cart,
            CheckoutForm form,
            Map<String, String> errors,
            PageFrame frame,
            Caller caller,
            HttpServletRequest request) {
        var page = page(cart, form.attempt(Attempts.fresh()), errors, frame, caller, request);
        return refused(page, HttpStatus.CONFLICT);
    }

    private static PlaceOrder wish(
            CartView cart, CheckoutForm form, Checkout.@Nullable Split split, GiftPart gift, Caller caller) {
        return new PlaceOrder(
                Attempts.key(form.attempt()),
                cart.id() + ":" + form.print(),
                cart.id(),
                List.of(),
                form.delivery(split),
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
