package io.stoa.shop.paying;

import io.stoa.coupons.CouponCode;
import io.stoa.coupons.Coupons;
import io.stoa.orders.CartView;
import io.stoa.orders.Carts;
import io.stoa.showing.Showing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the coupon that somebody typed on their cart, or takes it off when they typed nothing. */
@Component
public class CouponField {

    private final Carts carts;
    private final Coupons coupons;
    private final Showing showing;

    CouponField(Carts carts, Coupons coupons, Showing showing) {
        this.carts = carts;
        this.coupons = coupons;
        this.showing = showing;
    }

    /** False when there is no such coupon; the one that was there stays then. A cart that a till has in hand stays as it is. */
    public boolean use(@Nullable CartView cart, String typed) {
        if (cart == null || showing.isTaken(cart.id())) {
            return true;
        }
        if (typed.isBlank()) {
            var _ = carts.discount(cart.id(), discounts -> discounts.with(null));
            return true;
        }
        var known = CouponCode.typed(typed)
                .flatMap(coupons::find)
                .map(one -> one.coupon().code());
        known.ifPresent(code -> {
            var _ = carts.discount(cart.id(), discounts -> discounts.with(code));
        });
        return known.isPresent();
    }
}
