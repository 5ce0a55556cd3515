package io.stoa.orders;

import io.stoa.payments.NewPayment;
import io.stoa.routing.Decision.Routed;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order about to be written: what was asked, priced and routed. */
record NewOrder(
        OrderId id,
        PlaceOrder asked,
        @Nullable CartView cart,
        Delivery delivery,
        List<Line> lines,
        Money total,
        Money tax,
        Routed routed,
        @Nullable NewPayment payment) {

    /** A line as it will be kept. */
    record Line(int number, CartView.Line wanted, String title, Money unit, Money tax, Money gross) {}

    boolean isCash() {
        return asked.paying() instanceof PlaceOrder.Paying.InCash;
    }

    boolean isTakenAway() {
        return delivery instanceof Delivery.TakeAway;
    }

    OrderState state() {
        if (!isCash()) {
            return OrderState.AWAITING_PAYMENT;
        }
        return isTakenAway() ? OrderState.FULFILLED : OrderState.PLACED;
    }
}
