package io.stoa.orders;

import io.stoa.coupons.Coupon;
import io.stoa.coupons.CouponCode;
import io.stoa.routing.Decision.Shortage;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.util.List;

/** What came of the wish to order. */
public sealed interface PlaceOutcome {

    /** The order is durable and its goods are promised. {@code repeated} tells that it was placed before, by the same key. */
    record Placed(OrderId order, OrderState state, Money total, boolean repeated) implements PlaceOutcome {}

    /** Ordered and held, but the card was declined: the goods stay held for a while, another card may be tried. */
    record CardDeclined(OrderId order, String reason) implements PlaceOutcome {}

    /** Nothing is promised: of these there are not enough. */
    record OutOfStock(List<Shortage> shortages) implements PlaceOutcome {}

    /** Nobody sells this, or it has no price here. */
    record NotSold(Sku sku) implements PlaceOutcome {}

    /** There is nothing in the cart, or it does not say how the goods shall leave. */
    record Incomplete(String what) implements PlaceOutcome {}

    /** It shall be collected and is not in the order. */
    record NotOrdered(Sku sku) implements PlaceOutcome {}

    /** What is collected there has other prices and taxes than what is sent: it takes two orders. */
    record OtherPrices(LocationId store) implements PlaceOutcome {}

    /** The cart is gone, was ordered before, or changed while it was being ordered. */
    record CartMoved(CartId cart) implements PlaceOutcome {}

    /** The coupon takes nothing off this order, and nothing is ordered without the customer knowing that. */
    record CouponRefused(CouponCode coupon, Coupon.Refusal why) implements PlaceOutcome {}

    /** The key was used for another request. */
    record KeyReused() implements PlaceOutcome {}
}
