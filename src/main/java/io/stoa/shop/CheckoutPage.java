package io.stoa.shop;

import io.stoa.access.Caller;
import io.stoa.customers.Customers;
import io.stoa.orders.CartView;
import io.stoa.orders.Delivery;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
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

    /** A cart that is being bought: what was typed for it, by whom, and through which browser. */
    private record Buying(
            CartView cart, CheckoutForm form, PageFrame frame, Caller caller, HttpServletRequest request, HttpServletResponse response) {

        Buying with(CheckoutForm other) {
            return new Buying(cart, other, frame, caller, request, response);
        }
    }

    @GetMapping("/shop/checkout")
    ModelAndView checkout(PageFrame frame, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var cart = cart(caller, request).orElse(null);
        if (cart == null) {
            return toCart();
        }
        var mine = visits.store(request).orElse(null);
        var known = Optional.ofNullable(caller.customer()).flatMap(customers::find);
        var fresh = CheckoutForm.fresh(mine, known, frame.texts().locale().getCountry(), Attempts.fresh());
        var form = counter.hasAll(cart, mine) ? fresh.collected() : fresh;
        return page(new Buying(cart, form, frame, caller, request, response), Map.of());
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
        var cart = cart(caller, request).orElse(null);
        if (cart == null) {
            response.setHeader("HX-Redirect", "/shop/cart");
            return null;
        }
        return page(new Buying(cart, form, frame, caller, request, response), errors);
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
        return cart(caller, request)
                .map(cart -> buy(new Buying(cart, form, frame, caller, request, response), unread))
                .orElseGet(CheckoutPage::toCart);
    }

    private ModelAndView buy(Buying buying, Map<String, String> unread) {
        var cart = buying.cart();
        var form = buying.form();
        var texts = buying.frame().texts();
        var origin = visits.origin(buying.request()).orElse(null);
        var gift = counter.gift(cart, form);
        var split = counter.split(cart, form, origin, texts).orElse(null);
        var errors = form.errors(counter.stores(cart, form, origin, texts), split, counter.ways(buying.frame()), gift, texts);
        errors.putAll(unread.isEmpty() ? couponProblem(buying) : unread);
        if (!errors.isEmpty()) {
            return refused(page(buying, errors), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var total = counter.total(cart, form);
        if (total.isPresent() && !String.valueOf(total.get().minor()).equals(form.agreed())) {
            return refused(page(buying, Map.of("total", texts.get("shop.checkout.agreed", total.get()))), HttpStatus.CONFLICT);
        }
        try {
            return answer(orders.place(wish(buying, split, gift)), buying, form.delivery(split), gift);
        } catch (GroupCommit.Overloaded late) {
            attempts.remember(buying.response(), form.attempt());
            return refused(page(buying, Map.of("card", texts.get("shop.busy"))), HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private Map<String, String> couponProblem(Buying buying) {
        return counter.couponProblem(buying.cart(), buying.form(), buying.frame().texts())
                .map(problem -> Map.of("coupon", problem))
                .orElse(Map.of());
    }

    private static PlaceOrder wish(Buying buying, Checkout.@Nullable Split split, GiftPart gift) {
        var cart = buying.cart();
        var form = buying.form();
        return new PlaceOrder(
                Attempts.key(form.attempt()),
                cart.id() + ":" + form.print(),
                cart.id(),
                List.of(),
                form.delivery(split),
                cart.currency(),
                buying.caller().customer(),
                form.contact(),
                form.paysAfterwards(gift)
                        ? new PlaceOrder.Paying.Later()
                        : new PlaceOrder.Paying.ByCard(new CardToken(CheckoutForm.text(form.card()))),
                buying.caller().touchpoint());
    }

    private ModelAndView answer(PlaceOutcome outcome, Buying buying, Delivery way, GiftPart gift) {
        return switch (outcome) {
            case PlaceOutcome.Placed placed -> {
                forget(buying);
                keepAddress(buying, way);
                yield new ModelAndView("redirect:" + next(placed, buying, gift));
            }
            case PlaceOutcome.CardDeclined declined -> {
                forget(buying);
                yield new ModelAndView("redirect:" + links.to(declined.order()) + "?declined");
            }
            case PlaceOutcome.OutOfStock gone -> again(buying, faster(buying));
            case PlaceOutcome.CouponRefused(var code, var why) ->
                again(buying, Map.of("coupon", buying.frame().t("coupon.refused." + why, code)));
            case PlaceOutcome.KeyReused reused -> page(buying.with(buying.form().attempt(Attempts.fresh())), Map.of());
            case PlaceOutcome.OtherPrices others -> refused(page(buying, faster(buying)), HttpStatus.CONFLICT);
            case PlaceOutcome.NotSold unsold -> toCart();
            case PlaceOutcome.NotOrdered other -> toCart();
            case PlaceOutcome.Incomplete incomplete -> toCart();
            case PlaceOutcome.CartMoved moved -> toCart();
        };
    }

    private void forget(Buying buying) {
        visits.forgetCart(buying.response());
        attempts.forget(buying.response());
    }

    private void keepAddress(Buying buying, Delivery way) {
        var caller = buying.caller();
        if (caller.customer() != null && buying.form().keep() != null) {
            addresses.keep(caller.customer(), way, caller.touchpoint());
        }
    }

    /** With a gift card or on a page of the provider the order is placed first and paid then: where to go on. */
    private String next(PlaceOutcome.Placed placed, Buying buying, GiftPart gift) {
        var order = placed.order();
        if (!buying.form().paysAfterwards(gift)) {
            return links.to(order);
        }
        return switch (gift.pay(orders, order, buying.form().tendered(), buying.caller().touchpoint())) {
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

    // --- Pages

    private Optional<CartView> cart(Caller caller, HttpServletRequest request) {
        return visits.cart(request, caller).filter(found -> !found.isEmpty() && !showing.isTaken(found.id()));
    }

    private static ModelAndView toCart() {
        return new ModelAndView("redirect:/shop/cart");
    }

    private ModelAndView again(Buying buying, Map<String, String> errors) {
        return refused(page(buying.with(buying.form().attempt(Attempts.fresh())), errors), HttpStatus.CONFLICT);
    }

    private ModelAndView page(Buying buying, Map<String, String> errors) {
        var request = buying.request();
        var frame = buying.frame();
        var checkout = counter.checkout(buying.cart(), buying.form(), errors, visits.origin(request).orElse(null), frame);
        return new ModelAndView(
                "shop/checkout", Map.of("visit", visits.of(request, buying.caller(), frame.texts()), "checkout", checkout));
    }

    private static ModelAndView refused(ModelAndView page, HttpStatus status) {
        page.setStatus(status);
        return page;
    }

    private static Map<String, String> faster(Buying buying) {
        return Map.of("how", buying.frame().t("shop.checkout.short"));
    }
}
