package io.stoa.shop;

import io.stoa.access.Caller;
import io.stoa.orders.CartView;
import io.stoa.orders.Carts;
import io.stoa.page.PageFrame;
import io.stoa.shared.Sku;
import io.stoa.shop.paying.CouponField;
import io.stoa.showing.Showing;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The cart: look at it, put something in, change a number, take something out. */
@Controller
class CartPage {

    /** Where a cart is that a till has in hand. */
    static final String AT_THE_TILL = "redirect:/shop/cart/showing";

    private static final int PIECES_MAX = 999;
    private static final int TYPED_MAX = 60;

    private final Carts carts;
    private final Visits visits;
    private final Baskets baskets;
    private final Attempts attempts;
    private final Showing showing;
    private final CouponField coupons;

    CartPage(Carts carts, Visits visits, Baskets baskets, Attempts attempts, Showing showing, CouponField coupons) {
        this.coupons = coupons;
        this.showing = showing;
        this.carts = carts;
        this.visits = visits;
        this.baskets = baskets;
        this.attempts = attempts;
    }

    /** A cart that is gone because it was ordered, unknown to whoever ordered, leads to the order. */
    @GetMapping("/shop/cart")
    ModelAndView cart(PageFrame frame, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var cart = visits.cart(request, caller).orElse(null);
        var late = cart == null ? attempts.late(request, response) : Optional.<String>empty();
        if (late.isPresent()) {
            return new ModelAndView("redirect:" + late.get());
        }
        if (cart != null && showing.isTaken(cart.id())) {
            return new ModelAndView(AT_THE_TILL);
        }
        return new ModelAndView(
                "shop/cart", Map.of("visit", visits.of(request, caller, frame.texts()), "basket", baskets.of(cart, frame.texts())));
    }

    /** Adds to what lies in the cart already. */
    @PostMapping("/shop/cart/lines")
    String add(
            @RequestParam String sku,
            @RequestParam(defaultValue = "1") int quantity,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cart = visits.cartToFill(request, response, caller);
        var wanted = new Sku(sku);
        return put(cart, wanted, pieces(cart, wanted) + Math.clamp(quantity, 1, PIECES_MAX));
    }

    @PostMapping("/shop/cart/lines/{sku}")
    String change(@PathVariable String sku, @RequestParam int quantity, Caller caller, HttpServletRequest request) {
        return visits.cart(request, caller)
                .map(cart -> put(cart, new Sku(sku), quantity))
                .orElse("redirect:/shop/cart");
    }

    /** One that takes nothing off as the cart stands is kept all the same: the cart says why, and it may hold later. */
    @PostMapping("/shop/cart/coupon")
    String coupon(
            @RequestParam(defaultValue = "") String code,
            Caller caller,
            PageFrame frame,
            HttpServletRequest request,
            RedirectAttributes flash) {
        var cart = visits.cart(request, caller).orElse(null);
        coupons.use(cart, code, String.valueOf(request.getRemoteAddr()), frame.texts()).ifPresent(problem -> {
            flash.addFlashAttribute("unread", problem);
            flash.addFlashAttribute("typed", code.substring(0, Math.min(TYPED_MAX, code.length())));
        });
        return "redirect:/shop/cart";
    }

    /** Whatever comes of it, the cart shows it: what cannot be bought is marked there. */
    private String put(CartView cart, Sku sku, int quantity) {
        if (showing.isTaken(cart.id())) {
            return AT_THE_TILL;
        }
        var ignored = carts.put(cart.id(), sku, Math.clamp(quantity, 0, PIECES_MAX));
        return "redirect:/shop/cart";
    }

    private static int pieces(CartView cart, Sku sku) {
        return cart.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .mapToInt(line -> line.quantity().units())
                .sum();
    }
}
