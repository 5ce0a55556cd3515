package io.stoa.orders;

import io.stoa.orders.paying.PayOutcome;
import io.stoa.orders.paying.Tendered;
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
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks for an order's money, outside any transaction, and hands the answer to {@link Settling}. Several tenders may pay one
 * order together: each is a payment in part, and the order is paid when they come to its total.
 */
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
    PayOutcome attempted(OrderId order, NewPayment payment, @Nullable CardToken token, Touchpoint touchpoint) {
        return answered(order, payment, payments.callGateway(payment, token), touchpoint);
    }

    private PayOutcome attempted(OrderId order, NewPayment payment, Tendered tendered, Touchpoint touchpoint) {
        var email = tendered instanceof Tendered.ByPage page ? page.email() : null;
        return answered(order, payment, payments.callGateway(payment, tendered.token(), email), touchpoint);
    }

    private PayOutcome answered(OrderId order, NewPayment payment, GatewayAnswer answer, Touchpoint touchpoint) {
        var state = settling.settle(new Settling.Answer(order, payment.id(), answer, touchpoint));
        return switch (answer) {
            case GatewayAnswer.Approved approved -> paid(order, state);
            case GatewayAnswer.Declined declined -> new PayOutcome.Declined(declined.reason());
            case GatewayAnswer.Redirect redirect -> new PayOutcome.Redirect(redirect.page());
            case GatewayAnswer.Unknown unknown -> new PayOutcome.Undecided();
            case GatewayAnswer.NeverArrived never -> new PayOutcome.Undecided();
        };
    }

    /** Opens another payment for an order that waits for money, unless one is still undecided, and goes on with it. */
    PayOutcome pay(OrderId order, Tendered tendered, Touchpoint touchpoint) {
        var room = orders.read(order.value())
                .map(OrderTable.Changed::currency)
                .flatMap(currency ->
                        payments.room(tendered.tender(), tendered.token(), Currency.getInstance(currency)));
        var open = transaction.execute(status -> open(order, tendered, room, touchpoint));
        return open.payment()
                .map(payment -> attempted(order, payment, tendered, touchpoint))
                .orElseGet(open::outcome);
    }

    /** Money that came by itself, from a provider's page, counts now and not only when its news is read. */
    void settle(OrderId order, Touchpoint touchpoint) {
        transaction.executeWithoutResult(status -> settling.settleLate(
                payments.of(order).stream().filter(Payment::good).toList(), touchpoint));
    }

    /** What those payments that pay an order together have come to, in minor units. */
    static long paidInParts(List<Payment> payments) {
        return payments.stream()
                .filter(payment -> payment.inPart() && payment.good())
                .mapToLong(payment -> payment.amount().minor())
                .sum();
    }

    /** A payment about to be asked for, or what came of it already. */
    private record Opened(Optional<NewPayment> payment, PayOutcome outcome) {
        static Opened no(PayOutcome outcome) {
            return new Opened(Optional.empty(), outcome);
        }
    }

    private Opened open(OrderId id, Tendered tendered, Optional<Money> room, Touchpoint touchpoint) {
        var order = orders.lock(id.value());
        if (order == null) {
            return Opened.no(new PayOutcome.NoSuchOrder());
        }
        if (order.state() != OrderState.AWAITING_PAYMENT) {
            return Opened.no(paid(id, order.state()));
        }
        var before = payments.of(id);
        var away = before.stream().filter(Paying::isAway).findFirst();
        if (away.isPresent() && tendered instanceof Tendered.ByPage) {
            return Opened.no(new PayOutcome.Redirect(Objects.requireNonNull(away.get().redirect())));
        }
        if (before.stream().anyMatch(Paying::isUndecided)) {
            return Opened.no(new PayOutcome.Undecided());
        }
        away.ifPresent(page -> giveUp(page, touchpoint));
        var total = Money.of(order.total(), order.currency());
        var due = new Money(total.minor() - paidInParts(before), total.currency());
        var amount = amount(tendered, due, room);
        if (!amount.currency().equals(due.currency()) || amount.compareTo(due) > 0) {
            return Opened.no(new PayOutcome.TooMuch(due));
        }
        if (amount.isZero()) {
            return Opened.no(new PayOutcome.Declined("Nothing is left on it"));
        }
        return amount.equals(total) && tendered.tender() != Tender.CASH
                ? whole(NewPayment.attempted(new PaymentId(ids.next()), id, tendered.tender(), amount, touchpoint))
                : part(NewPayment.part(new PaymentId(ids.next()), id, tendered.tender(), amount, touchpoint));
    }

    private void giveUp(Payment page, Touchpoint touchpoint) {
        var _ = payments.releaseLater(page.id(), touchpoint);
    }

    private static Money amount(Tendered tendered, Money due, Optional<Money> room) {
        var named = tendered.amount();
        return named != null ? named : room.filter(most -> most.compareTo(due) < 0).orElse(due);
    }

    private Opened whole(NewPayment payment) {
        payments.openAll(List.of(payment));
        orders.setPayment(payment.order().value(), payment.id().value());
        return new Opened(Optional.of(payment), new PayOutcome.Undecided());
    }

    /** Coins are there at once, and so may be the whole sum: the order follows in the same transaction. */
    private Opened part(NewPayment payment) {
        payments.openAll(List.of(payment));
        orders.setPayment(payment.order().value(), null);
        if (payment.attempting()) {
            return new Opened(Optional.of(payment), new PayOutcome.Undecided());
        }
        settling.settleLate(payments.findAll(List.of(payment.id())), payment.touchpoint());
        return Opened.no(paid(payment.order(), orders.read(payment.order().value()).orElseThrow().state()));
    }

    private static boolean isUndecided(Payment payment) {
        return payment.state() == PaymentState.ATTEMPTING || payment.state() == PaymentState.UNKNOWN;
    }

    /** The customer is on a provider's page. Who comes back and pays in another way is not waited for there any longer. */
    private static boolean isAway(Payment payment) {
        return payment.state() == PaymentState.PENDING && !payment.releaseWanted() && payment.redirect() != null;
    }

    private PayOutcome paid(OrderId id, OrderState state) {
        return switch (state) {
            case PLACED, FULFILLED -> new PayOutcome.Paid(state);
            case CANCELLED, EXPIRED -> new PayOutcome.NotPayable(state);
            case AWAITING_PAYMENT -> new PayOutcome.PartlyPaid(due(id));
        };
    }

    /** @throws java.util.NoSuchElementException when there is no such order */
    Money due(OrderId id) {
        var order = orders.read(id.value()).orElseThrow();
        return Money.of(
                order.state() == OrderState.AWAITING_PAYMENT ? order.total() - paidInParts(payments.of(id)) : 0,
                order.currency());
    }
}
