package io.stoa.payments;

import io.stoa.payments.MovementOutcome.Refusal;
import io.stoa.shared.Money;
import java.util.Objects;
import java.util.Optional;

/** Says in the facade's words how stored rows stand. Explains only: what may be done was decided by the guards in SQL. */
final class Outcomes {

    private Outcomes() {}

    static PaymentOutcome of(Payment payment) {
        if (payment.releaseWanted()) {
            return new PaymentOutcome.GivenUp(payment.id());
        }
        return switch (payment.state()) {
            case AUTHORISED, CAPTURED -> new PaymentOutcome.Authorised(payment);
            case DECLINED -> new PaymentOutcome.Declined(payment.id(), Objects.requireNonNullElse(payment.reason(), ""));
            case PENDING -> new PaymentOutcome.Redirected(payment.id(), Objects.requireNonNull(payment.redirect()));
            case OPENED, ATTEMPTING, UNKNOWN -> new PaymentOutcome.Undecided(payment.id());
            case RELEASED -> new PaymentOutcome.GivenUp(payment.id());
        };
    }

    static MovementOutcome of(Movement movement, CaptureRequest request, Payment payment) {
        return same(movement, Movement.Kind.CAPTURE, request.payment(), request.amount())
                ? of(movement, payment)
                : new MovementOutcome.Refused(Refusal.ID_TAKEN);
    }

    static MovementOutcome of(Movement movement, RefundRequest request, Payment payment) {
        return same(movement, Movement.Kind.REFUND, request.payment(), request.amount())
                ? of(movement, payment)
                : new MovementOutcome.Refused(Refusal.ID_TAKEN);
    }

    static MovementOutcome refused(CaptureRequest request, Optional<Payment> payment) {
        return new MovementOutcome.Refused(
                payment.map(p -> whyNotTaken(request.amount(), p)).orElse(Refusal.NO_SUCH_PAYMENT));
    }

    static MovementOutcome refused(RefundRequest request, Optional<Payment> payment) {
        return new MovementOutcome.Refused(
                payment.map(p -> whyNotGivenBack(request.amount(), p)).orElse(Refusal.NO_SUCH_PAYMENT));
    }

    static MovementOutcome released(Payment payment) {
        return switch (payment.state()) {
            case RELEASED, CAPTURED, DECLINED -> new MovementOutcome.Done(payment);
            case OPENED, ATTEMPTING, PENDING, UNKNOWN, AUTHORISED -> new MovementOutcome.Undecided(payment);
        };
    }

    private static boolean same(Movement movement, Movement.Kind kind, PaymentId payment, Money amount) {
        return movement.kind() == kind
                && movement.payment().equals(payment)
                && movement.amount().equals(amount);
    }

    private static MovementOutcome of(Movement movement, Payment payment) {
        return switch (movement.state()) {
            case DONE -> new MovementOutcome.Done(payment);
            case REFUSED -> new MovementOutcome.Refused(Refusal.PROVIDER_REFUSED);
            case ATTEMPTING, UNKNOWN -> new MovementOutcome.Undecided(payment);
        };
    }

    private static Refusal whyNotTaken(Money amount, Payment payment) {
        if (!amount.currency().equals(payment.amount().currency())) {
            return Refusal.OTHER_CURRENCY;
        }
        if (payment.releaseWanted()) {
            return Refusal.BEING_RELEASED;
        }
        return payment.authorised().isZero() ? Refusal.NOT_AUTHORISED : Refusal.MORE_THAN_AUTHORISED;
    }

    private static Refusal whyNotGivenBack(Money amount, Payment payment) {
        return amount.currency().equals(payment.amount().currency())
                ? Refusal.MORE_THAN_CAPTURED
                : Refusal.OTHER_CURRENCY;
    }
}
