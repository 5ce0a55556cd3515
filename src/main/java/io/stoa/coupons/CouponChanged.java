package io.stoa.coupons;

import io.stoa.shared.Money;
import io.stoa.shared.OrderId;

/** Payloads of this module's events. Key {@code coupon:CODE}. */
public final class CouponChanged {

    public static final String SAVED = "coupons.saved";
    public static final String USED = "coupons.used";
    public static final String GIVEN_BACK = "coupons.given_back";

    private CouponChanged() {}

    /** It was made or changed and is like this now. */
    public record Terms(Coupon coupon) {}

    /** An order used it, or does not use it any more. */
    public record Use(CouponCode code, OrderId order, Money off) {}
}
