package io.stoa.coupons;

import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import org.jspecify.annotations.Nullable;

/**
 * An order uses a coupon. Orders of one purchase, such as what is taken along and what is sent home from one till receipt, use
 * it once together.
 *
 * @param buyer who it is, for coupons that everybody has once; null when nobody knows
 * @param off what it takes off this order
 */
public record Redemption(
        OrderId order, CouponCode code, String purchase, @Nullable String buyer, Money off, Touchpoint touchpoint) {}
