package io.stoa.returns;

import io.stoa.events.EventLog;
import io.stoa.payments.MovementOutcome;
import io.stoa.payments.Payment;
import io.stoa.payments.PaymentId;
import io.stoa.payments.Payments;
import io.stoa.payments.RefundRequest;
import io.stoa.returns.RefundTable.Asked;
import io.stoa.returns.RefundTable.State;
import io.stoa.shared.Money;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Gives the worth of received goods back, to the tenders that were paid with, in their order. Money whose taking is still
 * under way cannot be given back yet: it stays due. In the caller's transaction, with the return locked.
 */
@Component
class GivingBack {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final ReturnTable returns;
    private final RefundTable refunds;
    private final Payments payments;
    private final EventLog log;
    private final Clock clock;

    GivingBack(ReturnTable returns, RefundTable refunds, Payments payments, EventLog log, Clock clock) {
        this.returns = returns;
        this.refunds = refunds;
        this.payments = payments;
        this.log = log;
        this.clock = clock;
    }

    /** Does what can be done now; may be repeated any number of times. */
    void goOn(Return document, Touchpoint touchpoint) {
        if (document.state() != ReturnState.RECEIVED) {
            return;
        }
        hear(document, touchpoint);
        if (!document.kept()) {
            ask(document, touchpoint);
        }
        long done = sum(refunds.of(document.id()), State.DONE);
        if (done < owed(document)) {
            returns.putOff(document.id(), money(document, done), FIRST_PAUSE, clock.instant());
        } else if (returns.close(document.id(), clock.instant())) {
            var closed = returns.find(document.id()).orElseThrow();
            log.append(ReturnChanged.event(ReturnChanged.REFUNDED, closed, touchpoint));
        }
    }

    /** What became of the refunds asked for: asking again with the same id gives nothing more and tells. */
    private void hear(Return document, Touchpoint touchpoint) {
        for (var asked : refunds.of(document.id())) {
            if (asked.state() == State.BEGUN) {
                var state = state(payments.refundLater(request(document, asked, touchpoint)));
                if (state != State.BEGUN) {
                    refunds.end(document.id(), asked.number(), state);
                }
            }
        }
    }

    private void ask(Return document, Touchpoint touchpoint) {
        var before = refunds.of(document.id());
        long left = owed(document) - sum(before, State.BEGUN) - sum(before, State.DONE);
        int number = before.stream().mapToInt(Asked::number).max().orElse(0);
        var begun = new HashMap<>(refunds.begun(document.order()));
        for (var payment : left > 0 ? payments.of(document.order()) : List.<Payment>of()) {
            long part = Math.min(left, room(payment) - begun.getOrDefault(payment.id(), 0L));
            if (part > 0 && ask(document, number + 1, payment.id(), part, touchpoint)) {
                left -= part;
                number++;
            }
        }
    }

    /** A refusal means that money of this payment is on its way elsewhere: what is left of it shows when that has arrived. */
    private boolean ask(Return document, int number, PaymentId payment, long amount, Touchpoint touchpoint) {
        var wish = new Asked(number, payment, amount, State.BEGUN);
        var state = state(payments.refundLater(request(document, wish, touchpoint)));
        if (state == State.REFUSED) {
            return false;
        }
        refunds.insert(document.id(), new Asked(number, payment, amount, state));
        return true;
    }

    private static RefundRequest request(Return document, Asked asked, Touchpoint touchpoint) {
        return new RefundRequest(
                "return:%s:%d".formatted(document.id(), asked.number()),
                asked.payment(),
                money(document, asked.amount()),
                "returned",
                touchpoint);
    }

    private static State state(MovementOutcome outcome) {
        return switch (outcome) {
            case MovementOutcome.Done done -> State.DONE;
            case MovementOutcome.Undecided undecided -> State.BEGUN;
            case MovementOutcome.Refused refused -> State.REFUSED;
        };
    }

    /** What is not exchanged goes back as money. */
    private static long owed(Return document) {
        return document.worth().minus(document.exchanged()).minor();
    }

    private static long room(Payment payment) {
        return payment.captured().minus(payment.refunded()).minor();
    }

    private static long sum(List<Asked> all, State state) {
        return all.stream()
                .filter(asked -> asked.state() == state)
                .mapToLong(Asked::amount)
                .sum();
    }

    private static Money money(Return document, long minor) {
        return new Money(minor, document.worth().currency());
    }
}
