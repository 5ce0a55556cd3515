package io.stoa.shop.paying;

import io.stoa.coupons.CouponCode;
import io.stoa.coupons.Coupons;
import io.stoa.orders.CartView;
import io.stoa.orders.Carts;
import io.stoa.page.Texts;
import io.stoa.shared.Allowance;
import io.stoa.showing.Showing;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the coupon that somebody typed on their cart, or takes it off when they typed nothing. */
@Component
public class CouponField {

    static final int TRIES_MAX = 30;

    private final Carts carts;
    private final Coupons coupons;
    private final Showing showing;
    private final Allowance tries = new Allowance(TRIES_MAX, Duration.ofMinutes(10));

    CouponField(Carts carts, Coupons coupons, Showing showing) {
        this.carts = carts;
        this.coupons = coupons;
        this.showing = showing;
    }

    /**
     * Why not, when there is no such coupon, or one computer tries too many; the one that was there stays then. A cart that a
     * till has in hand stays as it is.
     */
    public Optional<String> use(@Nullable CartView cart, String typed, String computer, Texts texts) {
        if (cart == null || showing.isTaken(cart.id())) {
            return Optional.empty();
        }
        var wanted = CouponCode.typed(typed).orElse(null);
        if (!typed.isBlank() && (wanted == null || !wanted.equals(cart.discounts().coupon()))) {
            if (!tries.take(computer)) {
                return Optional.of(texts.get("coupon.tries"));
            }
            if (wanted == null || coupons.find(wanted).isEmpty()) {
                return Optional.of(texts.get("coupon.unread"));
            }
        }
        var _ = carts.discount(cart.id(), discounts -> discounts.with(wanted));
        return Optional.empty();
    }
}
