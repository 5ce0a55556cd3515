package io.stoa.payments;

import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.gateway.Gateway;
import io.stoa.payments.gateway.GatewayAnswer.Approved;
import io.stoa.payments.gateway.GatewayAnswer.Declined;
import io.stoa.payments.gateway.GatewayAnswer.NeverArrived;
import io.stoa.payments.gateway.GatewayAnswer.Redirect;
import io.stoa.payments.gateway.GatewayAnswer.Unknown;
import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.payments.gateway.Gateways;
import io.stoa.payments.gateway.Tender;
import io.stoa.shared.Money;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Calls providers about what is stored already, and writes what they say. Doing the same errand twice does no harm. */
@Component
class Errands {

    /** A provider that has not heard of a hold for so long will not: the customer may try again. */
    static final Duration ARRIVES_WITHIN = PaymentTable.GRACE;
    /** A customer who has not paid on the provider's page for so long has gone. */
    static final Duration PAGE_LIVES = Duration.ofHours(24);
    /** A hold that was given up is asked about for so long, in case it was approved after all. */
    static final Duration AFTERTHOUGHTS = Duration.ofDays(2);

    private final Gateways gateways;
    private final Holds holds;
    private final Movements movements;
    private final Clock clock;

    Errands(Gateways gateways, Holds holds, Movements movements, Clock clock) {
        this.gateways = gateways;
        this.holds = holds;
        this.movements = movements;
        this.clock = clock;
    }

    GatewayAnswer hold(Gateway.HoldRequest request) {
        return gateways.call(request.tender(), gateway -> gateway.hold(request));
    }

    Optional<Money> room(Tender tender, @Nullable CardToken token, Currency currency) {
        return token == null ? Optional.empty() : gateways.room(tender, token, currency);
    }

    boolean takes(Tender tender) {
        return gateways.takes(tender);
    }

    void carryOut(String movement, Touchpoint touchpoint) {
        movements.byId(movement).ifPresent(stored -> carryOut(stored, touchpoint));
    }

    /** Asks what became of the movement; one that never arrived is sent again, which its key makes safe. */
    void askAbout(Movement movement) {
        var answer = gateways.call(movement.tender(), gateway -> gateway.ask(movement.key()));
        if (answer instanceof NeverArrived) {
            carryOut(movement, Touchpoint.SYSTEM);
        } else {
            movements.end(movement, answer, Touchpoint.SYSTEM);
        }
    }

    /** Asks what became of the hold, or lets go what is held and no longer wanted. */
    void askAbout(StoredPayment payment) {
        switch (payment.view().state()) {
            case ATTEMPTING, PENDING, UNKNOWN, DECLINED -> settle(payment, ask(payment));
            case AUTHORISED -> letGo(payment);
            case OPENED, CAPTURED, RELEASED -> holds.rest(payment);
        }
    }

    /** Who was given up and is on a page still is shown out of it first. */
    private GatewayAnswer ask(StoredPayment payment) {
        if (payment.view().releaseWanted() && payment.view().state() == PaymentState.PENDING) {
            gateways.tell(payment.view().tender(), gateway -> gateway.closePage(payment.gatewayKey()));
        }
        return gateways.call(payment.view().tender(), gateway -> gateway.ask(payment.gatewayKey()));
    }

    private void settle(StoredPayment payment, GatewayAnswer answer) {
        var now = clock.instant();
        switch (answer) {
            case Approved _, Unknown _ -> record(payment, answer, now);
            case Declined _ -> {
                record(payment, answer, now);
                restIfGivenUp(payment);
            }
            case Redirect _ -> recordUntil(PAGE_LIVES, payment, answer, "abandoned", now);
            case NeverArrived _ -> recordUntil(ARRIVES_WITHIN, payment, answer, "never arrived", now);
        }
    }

    private void recordUntil(Duration limit, StoredPayment payment, GatewayAnswer answer, String reason, Instant now) {
        var age = Duration.between(payment.attemptedAt(), now);
        if (payment.view().state() == PaymentState.DECLINED) {
            if (age.compareTo(AFTERTHOUGHTS) >= 0) {
                holds.rest(payment);
            }
        } else if (age.compareTo(limit) >= 0) {
            holds.settle(Settlement.givenUp(payment.id(), reason, now), now);
        } else {
            record(payment, answer, now);
        }
    }

    private void record(StoredPayment payment, GatewayAnswer answer, Instant now) {
        holds.settle(Settlement.of(new Answered(payment.id(), answer, Touchpoint.SYSTEM), now), now);
    }

    private void restIfGivenUp(StoredPayment payment) {
        if (payment.view().state() == PaymentState.DECLINED) {
            holds.rest(payment);
        }
    }

    /** A release in flight is asked about by its own row. */
    private void letGo(StoredPayment payment) {
        if (payment.view().releaseWanted()) {
            movements
                    .startRelease(payment.id(), PaymentTable.GRACE, Touchpoint.SYSTEM)
                    .ifPresent(id -> carryOut(id, Touchpoint.SYSTEM));
        }
    }

    private void carryOut(Movement movement, Touchpoint touchpoint) {
        var answer = gateways.call(movement.tender(), gateway -> send(gateway, movement));
        movements.end(movement, answer, touchpoint);
    }

    private static GatewayAnswer send(Gateway gateway, Movement movement) {
        return switch (movement.kind()) {
            case CAPTURE -> gateway.capture(movement.request());
            case RELEASE -> gateway.release(movement.request());
            case REFUND -> gateway.refund(movement.request());
        };
    }
}
