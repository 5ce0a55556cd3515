package io.stoa.orders;

import io.stoa.payments.NewPayment;
import io.stoa.payments.Payment;
import io.stoa.payments.PaymentId;
import io.stoa.payments.PaymentState;
import io.stoa.payments.Payments;
import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Ids;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks for an order's money, outside any transaction, and hands the answer to {@link Settling}. */
@Component
class Paying {

    private final OrderTable orders;
    private final Payments payments;
    private final Settling settling;
    private final TransactionTemplate transaction;
    private final Ids ids;

    Paying(OrderTable orders, Payments payments, Settling settling, TransactionTemplate transaction, Ids ids) {
        this.orders = orders;
        this.payments = payments;
        this.settling = settling;
        this.transaction = transaction;
        this.ids = ids;
    }

    /** Goes on with a payment that was opened with its order. */
    PayOutcome attempted(OrderId order, NewPayment payment, CardToken token, Touchpoint touchpoint) {
        var answer = payments.callGateway(payment, token);
        var state = settling.settle(new Settling.Answer(order, payment.id(), answer, touchpoint));
        return switch (answer) {
            case GatewayAnswer.Approved approved -> paid(state);
            case GatewayAnswer.Declined declined -> new PayOutcome.Declined(declined.reason());
            case GatewayAnswer.Redirect redirect -> new PayOutcome.Redirect(redirect.page());
            case GatewayAnswer.Unknown unknown -> new PayOutcome.Undecided();
            case GatewayAnswer.NeverArrived never -> new PayOutcome.Undecided();
        };
    }

    /** Opens another payment for an order that waits for money, unless one is still undecided, and goes on with it. */
    PayOutcome pay(OrderId order, CardToken token, Touchpoint touchpoint) {
        var open = transaction.execute(status -> open(order, touchpoint));
        return open.payment().map(payment -> attempted(order, payment, token, touchpoint)).orElseGet(open::refusal);
    }

    /** A payment about to be asked for, or why there is none. */
    private record Opened(Optional<NewPayment> payment, PayOutcome refusal) {
        static Opened no(PayOutcome refusal) {
            return new Opened(Optional.empty(), refusal);
        }
    }

    private Opened open(OrderId id, Touchpoint touchpoint) {
        var order = orders.lock(id.value());
        if (order == null) {
            return Opened.no(new PayOutcome.NoSuchOrder());
        }
        if (order.state() != OrderState.AWAITING_PAYMENT) {
            return Opened.no(paid(order.state()));
        }
        if (payments.of(id).stream().anyMatch(Paying::isUndecided)) {
            return Opened.no(new PayOutcome.Undecided());
        }
        var payment = NewPayment.attempted(
                new PaymentId(ids.next()), id, Tender.CARD, Money.of(order.total(), order.currency()), touchpoint);
        payments.openAll(List.of(payment));
        orders.setPayment(id.value(), payment.id().value());
        return new Opened(Optional.of(payment), new PayOutcome.Undecided());
    }

    private static boolean isUndecided(Payment payment) {
        return payment.state() == PaymentState.ATTEMPTING
                || payment.state() == PaymentState.UNKNOWN
                || payment.state() == PaymentState.PENDING;
    }

    private static PayOutcome paid(OrderState state) {
        return state == OrderState.PLACED || state == OrderState.FULFILLED
                ? new PayOutcome.Paid(state)
                : new PayOutcome.NotPayable(state);
    }
}
