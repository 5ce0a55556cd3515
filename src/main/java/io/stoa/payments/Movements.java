package io.stoa.payments;

import io.stoa.events.EventLog;
import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts and ends captures, releases and refunds: rows and events, no outside call. */
@Component
class Movements {

    private final MoneyMovementTable movements;
    private final PaymentTable payments;
    private final EventLog log;
    private final Clock clock;

    Movements(MoneyMovementTable movements, PaymentTable payments, EventLog log, Clock clock) {
        this.movements = movements;
        this.payments = payments;
        this.log = log;
        this.clock = clock;
    }

    /** True if this call reserved the money and may ask the provider; {@code patience} is when the resolver takes over. */
    boolean start(CaptureRequest request, Duration patience) {
        var now = clock.instant();
        return unlessRepeated(() -> movements.startCapture(request, now.plus(patience), now));
    }

    boolean start(RefundRequest request, Duration patience) {
        var now = clock.instant();
        return unlessRepeated(() -> movements.startRefund(request, now.plus(patience), now));
    }

    /** Joins the caller's transaction; the resolver asks the provider after it. */
    @Transactional
    public void startInTransaction(CaptureRequest request) {
        var now = clock.instant();
        var _ = movements.startCapture(request, now, now);
    }

    @Transactional
    public void startInTransaction(RefundRequest request) {
        var now = clock.instant();
        var _ = movements.startRefund(request, now, now);
    }

    /** The id of the movement that lets go what is held, if there is something to be let go now. */
    @Transactional
    public Optional<String> startRelease(PaymentId payment, Duration patience, Touchpoint touchpoint) {
        var now = clock.instant();
        var started = movements.startRelease(payment, now.plus(patience), now);
        started.map(MoneyMovementTable.StartedRelease::payment)
                .filter(p -> p.view().state() == PaymentState.RELEASED)
                .ifPresent(p -> log.append(p.event("payments.released", p.view().released(), null, touchpoint)));
        return started.map(MoneyMovementTable.StartedRelease::movement);
    }

    /** Ends the movement unless it was ended before; what is not known yet is left to the resolver. */
    @Transactional
    public void end(Movement movement, GatewayAnswer answer, Touchpoint touchpoint) {
        var now = clock.instant();
        switch (answer) {
            case GatewayAnswer.Approved _ -> done(movement, touchpoint, now);
            case GatewayAnswer.Declined _ -> movements.refuse(movement.id(), now);
            case GatewayAnswer.Unknown _, GatewayAnswer.Redirect _, GatewayAnswer.NeverArrived _ ->
                movements.unknown(movement.id(), now.plus(Settlement.FIRST_ASK_AFTER));
        }
    }

    Optional<Movement> byId(String id) {
        return movements.byId(id);
    }

    List<Movement> due(Instant now, int limit) {
        return movements.due(now, limit);
    }

    Optional<Payment> find(PaymentId id) {
        return payments.byIds(List.of(id)).stream().map(StoredPayment::view).findFirst();
    }

    private void done(Movement movement, Touchpoint touchpoint, Instant now) {
        movements.end(movement.id(), true, now)
                .ifPresent(payment -> log.append(
                        payment.event(type(movement.kind()), movement.amount(), movement.id(), touchpoint)));
    }

    private static String type(Movement.Kind kind) {
        return switch (kind) {
            case CAPTURE -> "payments.captured";
            case RELEASE -> "payments.released";
            case REFUND -> "payments.refunded";
        };
    }

    /** Two simultaneous calls with one id meet at the key; the loser was rolled back and is a repetition. */
    private static boolean unlessRepeated(BooleanSupplier start) {
        try {
            return start.getAsBoolean();
        } catch (DuplicateKeyException repeated) {
            return false;
        }
    }
}
