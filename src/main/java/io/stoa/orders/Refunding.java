package io.stoa.orders;

import io.stoa.coupons.Coupons;
import io.stoa.payments.CaptureRequest;
import io.stoa.payments.PaymentState;
import io.stoa.payments.PaymentId;
import io.stoa.payments.Payments;
import io.stoa.payments.RefundRequest;
import io.stoa.payments.Standing;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * What a change to an order means for its money, whatever it is paid with. Everything here joins the caller's transaction and
 * is carried out after it.
 */
@Component
class Refunding {

    /** Marks money given back for goods that the customer never got; what comes back later is given back by returns. */
    private static final String CANCELLED = "cancelled";

    private final Payments payments;
    private final Coupons coupons;

    Refunding(Payments payments, Coupons coupons) {
        this.payments = payments;
        this.coupons = coupons;
    }

    /** Nothing more of this order will be wanted: what is only held is let go. */
    void letGo(OrderId order, Touchpoint touchpoint) {
        for (var payment : payments.of(order)) {
            if (payment.state() != PaymentState.DECLINED && payment.state() != PaymentState.RELEASED) {
                var ignored = payments.releaseLater(payment.id(), touchpoint);
            }
        }
    }

    /** Nothing of the order will come: what is only held is let go, and its coupon can be used again. */
    void nothingCame(OrderId order, Touchpoint touchpoint) {
        letGo(order, touchpoint);
        coupons.giveBack(List.of(order), touchpoint);
    }

    /** The order never came to be: what is held is let go, and what was taken already, such as coins for a part, goes back. */
    void expire(OrderId order, Money nothing, Touchpoint touchpoint) {
        settle("expired:" + order, order, nothing, nothing, touchpoint);
        nothingCame(order, touchpoint);
    }

    /**
     * Takes what the goods handed over so far cost and is not taken yet, and gives back what was taken beyond all that the
     * order still is: held money was never taken, and of several payments the oldest moves first. The id makes repeating safe.
     *
     * @param earned what all goods handed over cost, those that came back since among them
     * @param total what they and the goods still to be handed over cost
     */
    void settle(String id, OrderId order, Money earned, Money total, Touchpoint touchpoint) {
        var all = payments.standings(order, CANCELLED);
        var kept = all.stream()
                .map(one -> one.taken().minus(one.givenBack()))
                .reduce(Money.zero(total.currency()), Money::plus);
        if (earned.compareTo(kept) > 0) {
            spread(earned.minus(kept), all, Standing::held).forEach(part -> {
                var ignored = payments.captureLater(new CaptureRequest(part.named(id), part.of(), part.amount(), touchpoint));
            });
        } else if (kept.compareTo(total) > 0) {
            spread(kept.minus(total), all, Standing::refundable).forEach(part -> {
                var ignored = payments.refundLater(
                        new RefundRequest(part.named(id), part.of(), part.amount(), CANCELLED, touchpoint));
            });
        }
    }

    /** So much of an amount falls to a payment. */
    private record Share(PaymentId of, Money amount) {
        String named(String id) {
            return id + ":" + of;
        }
    }

    private static List<Share> spread(Money amount, List<Standing> all, Function<Standing, Money> room) {
        var shares = new ArrayList<Share>();
        var left = amount;
        for (var one : all) {
            var share = smaller(left, room.apply(one));
            if (!share.isZero() && !share.isNegative()) {
                shares.add(new Share(one.payment().id(), share));
                left = left.minus(share);
            }
        }
        return shares;
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
