package io.stoa.orders;

import io.stoa.payments.CaptureRequest;
import io.stoa.payments.Payment;
import io.stoa.payments.PaymentState;
import io.stoa.payments.Payments;
import io.stoa.payments.RefundRequest;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import org.springframework.stereotype.Component;

/** What a change to an order means for its money. Everything here joins the caller's transaction and is carried out after it. */
@Component
class Refunding {

    private final Payments payments;

    Refunding(Payments payments) {
        this.payments = payments;
    }

    /** Nothing more of this order will be wanted: what is only held is let go. */
    void letGo(OrderId order, Touchpoint touchpoint) {
        for (var payment : payments.of(order)) {
            if (payment.state() != PaymentState.DECLINED && payment.state() != PaymentState.RELEASED) {
                var ignored = payments.releaseLater(payment.id(), touchpoint);
            }
        }
    }

    /** Takes what handed-over pieces cost, from what is held. The id makes repeating safe. */
    void capture(String id, OrderId order, Money amount, Touchpoint touchpoint) {
        for (var payment : payments.of(order)) {
            if (payment.good() && payment.state() == PaymentState.AUTHORISED && !amount.isZero()) {
                var ignored = payments.captureLater(new CaptureRequest(id, payment.id(), amount, touchpoint));
                return;
            }
        }
    }

    /**
     * Gives back money that was taken for pieces the customer will not get, to the tenders it came from, in their order. Money
     * that is only held was never taken: as much of the amount is just not captured, and what was captured stays captured.
     */
    void refund(String id, OrderId order, Money amount, Touchpoint touchpoint) {
        var all = payments.of(order);
        var left = amount;
        for (var payment : all) {
            left = left.minus(smaller(left, onlyHeld(payment)));
        }
        for (var payment : all) {
            var part = smaller(left, refundable(payment));
            if (!part.isZero() && !part.isNegative()) {
                var ignored = payments.refundLater(
                        new RefundRequest(id + ":" + payment.id(), payment.id(), part, "cancelled", touchpoint));
                left = left.minus(part);
            }
        }
    }

    private static Money onlyHeld(Payment payment) {
        return payment.good()
                ? payment.authorised().minus(payment.captured()).minus(payment.released())
                : Money.zero(payment.amount().currency());
    }

    private static Money refundable(Payment payment) {
        return payment.captured().minus(payment.refunded());
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
