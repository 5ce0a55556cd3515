package io.stoa.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import io.stoa.payments.gateway.Gateway;
import io.stoa.payments.gateway.GatewayAnswer;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Takes, lets go and gives back at Stripe, each movement once. Before anything is asked a second time, Stripe is asked how it
 * stands: a payment can be taken once only, and a refund is known by the key that it carries.
 */
@Component
@ConditionalOnProperty("stoa.stripe.key")
class Movements {

    private final StripeTable books;
    private final StripeCalls stripe;
    private final Clock clock;

    Movements(StripeTable books, StripeCalls stripe, Clock clock) {
        this.books = books;
        this.stripe = stripe;
        this.clock = clock;
    }

    GatewayAnswer move(Gateway.MovementRequest request, Hold.Kind kind) {
        return books.begin(request, kind, clock.instant())
                .map(asked -> asked.state() == Asked.State.ASKED ? carryOut(asked) : answer(asked))
                .orElseGet(() -> new GatewayAnswer.Unknown("another movement of this payment is under way"));
    }

    /** Looks what became of a movement that was asked for before, and asks again where nothing did. */
    GatewayAnswer again(Asked asked) {
        if (asked.state() != Asked.State.ASKED) {
            return answer(asked);
        }
        try {
            return look(asked) ? decided(asked) : carryOut(asked);
        } catch (StripeException failure) {
            return Refusal.unknown(failure);
        }
    }

    private GatewayAnswer carryOut(Asked asked) {
        try {
            call(asked);
        } catch (StripeException failure) {
            return failed(asked, failure);
        }
        return decided(asked);
    }

    private void call(Asked asked) throws StripeException {
        var intent = intent(asked);
        switch (asked.plan().call()) {
            case NONE -> books.done(asked);
            case CAPTURE -> taken(asked, stripe.capture(asked, intent));
            case CANCEL -> cancelled(asked, stripe.cancel(asked, intent));
            case REFUND -> refunded(asked, stripe.refund(asked, intent));
        }
    }

    /** Whether Stripe had done it, or refused it for good, before; then that is written down. */
    private boolean look(Asked asked) throws StripeException {
        var intent = intent(asked);
        switch (asked.plan().call()) {
            case NONE -> books.done(asked);
            case CAPTURE -> taken(asked, stripe.intent(intent));
            case CANCEL -> cancelled(asked, stripe.intent(intent));
            case REFUND -> {
                var made = stripe.made(asked, intent);
                if (made.isEmpty()) {
                    return false;
                }
                refunded(asked, made.get());
                return true;
            }
        }
        return books.asked(asked.key()).orElseThrow().state() != Asked.State.ASKED;
    }

    private void taken(Asked asked, PaymentIntent intent) {
        var wanted = StripeCalls.atStripe(asked.plan().amount(), asked.hold().currency());
        if ("succeeded".equals(intent.getStatus()) && Objects.equals(intent.getAmountReceived(), wanted)) {
            books.done(asked);
        } else if ("canceled".equals(intent.getStatus()) || "succeeded".equals(intent.getStatus())) {
            books.refuse(asked.key(), "Stripe: " + intent.getStatus() + " otherwise");
        }
    }

    private void cancelled(Asked asked, PaymentIntent intent) {
        if ("canceled".equals(intent.getStatus())) {
            books.done(asked);
        } else if ("succeeded".equals(intent.getStatus())) {
            books.refuse(asked.key(), "Stripe: taken otherwise");
        }
    }

    /** One that waits, for a bank for one, is not decided yet. */
    private void refunded(Asked asked, Refund refund) {
        switch (Objects.requireNonNullElse(refund.getStatus(), "")) {
            case "succeeded" -> books.done(asked);
            case "failed", "canceled" -> books.refuse(asked.key(), "Stripe: refund " + refund.getStatus());
            default -> {
                // The next asking tells.
            }
        }
    }

    private GatewayAnswer failed(Asked asked, StripeException failure) {
        switch (Refusal.of(failure)) {
            case NOT_DONE -> books.tryAgain(asked);
            case FOR_GOOD -> refuse(asked, failure);
            case NOT_KNOWN -> {
                return Refusal.unknown(failure);
            }
        }
        return decided(asked);
    }

    /** A no may mean that it was done before: that is looked up before it is believed. */
    private void refuse(Asked asked, StripeException failure) {
        try {
            if (!look(asked)) {
                books.refuse(asked.key(), Refusal.words(failure));
            }
        } catch (StripeException later) {
            // Not known yet; the next asking tells.
        }
    }

    private GatewayAnswer decided(Asked asked) {
        return answer(books.asked(asked.key()).orElseThrow());
    }

    private static GatewayAnswer answer(Asked asked) {
        return switch (asked.state()) {
            case DONE -> new GatewayAnswer.Approved("mv_" + asked.key());
            case REFUSED -> new GatewayAnswer.Declined(Objects.requireNonNullElse(asked.reason(), "refused"));
            case ASKED -> new GatewayAnswer.Unknown("Stripe has not decided yet");
        };
    }

    private static String intent(Asked asked) {
        return Objects.requireNonNull(asked.hold().intent());
    }
}
