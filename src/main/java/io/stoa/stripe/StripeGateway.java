package io.stoa.stripe;

import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import io.stoa.payments.gateway.Gateway;
import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.payments.gateway.GatewayAnswer.Approved;
import io.stoa.payments.gateway.GatewayAnswer.Declined;
import io.stoa.payments.gateway.GatewayAnswer.NeverArrived;
import io.stoa.payments.gateway.GatewayAnswer.Redirect;
import io.stoa.payments.gateway.GatewayAnswer.Unknown;
import io.stoa.payments.gateway.Tender;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Payments' way to Stripe: a page where the customer pays, money that is held until the goods leave, and what is let go or
 * given back. Amounts follow {@link Hold}; what an answer of Stripe means is decided by {@link Movements} and here.
 */
@Component
@ConditionalOnProperty("stoa.stripe.key")
class StripeGateway implements Gateway {

    private final StripeTable books;
    private final StripeCalls stripe;
    private final Movements movements;
    private final Clock clock;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    StripeGateway(StripeTable books, StripeCalls stripe, Movements movements, Clock clock) {
        this.books = books;
        this.stripe = stripe;
        this.movements = movements;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stripe";
    }

    @Override
    public Set<Tender> tenders() {
        return Set.of(Tender.HOSTED);
    }

    @Override
    public GatewayAnswer hold(HoldRequest request) {
        books.begin(request, clock.instant());
        return open(books.hold(request.key()).orElseThrow(), request.email());
    }

    @Override
    public GatewayAnswer capture(MovementRequest request) {
        return movements.move(request, Hold.Kind.CAPTURE);
    }

    @Override
    public GatewayAnswer release(MovementRequest request) {
        return movements.move(request, Hold.Kind.RELEASE);
    }

    @Override
    public GatewayAnswer refund(MovementRequest request) {
        return movements.move(request, Hold.Kind.REFUND);
    }

    @Override
    public GatewayAnswer ask(String key) {
        return books.hold(key)
                .map(hold -> open(hold, null))
                .or(() -> books.asked(key).map(movements::again))
                .orElse(new NeverArrived());
    }

    @Override
    public void closePage(String key) {
        books.hold(key).map(Hold::session).ifPresent(session -> {
            try {
                stripe.close(session);
            } catch (StripeException paidOrOver) {
                // Asking tells which.
            }
        });
    }

    @Override
    public void onNotice(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Stripe has news about the call with this key. */
    void news(String key) {
        listeners.forEach(listener -> listener.accept(key));
    }

    /** Makes the page, or tells how it went there. */
    private GatewayAnswer open(Hold hold, @Nullable String email) {
        if (hold.refused() != null) {
            return new Declined(hold.refused());
        }
        try {
            return hold.session() == null ? made(hold, stripe.open(hold, email)) : outcome(hold, stripe.session(hold.session()));
        } catch (StripeException failure) {
            return hold.session() == null ? notMade(hold, failure) : Refusal.unknown(failure);
        }
    }

    private GatewayAnswer made(Hold hold, Session session) {
        books.setSession(hold.key(), session.getId());
        var first = books.hold(hold.key()).map(Hold::session);
        return first.equals(Optional.of(session.getId()))
                ? new Redirect(URI.create(session.getUrl()))
                : new Unknown("another page was made meanwhile");
    }

    private GatewayAnswer notMade(Hold hold, StripeException failure) {
        switch (Refusal.of(failure)) {
            case FOR_GOOD -> books.refuseHold(hold.key(), Refusal.words(failure));
            case NOT_DONE -> books.tryHoldAgain(hold.key(), hold.tries());
            case NOT_KNOWN -> {
                return Refusal.unknown(failure);
            }
        }
        return books.hold(hold.key())
                .map(Hold::refused)
                .<GatewayAnswer>map(Declined::new)
                .orElseGet(() -> Refusal.unknown(failure));
    }

    private GatewayAnswer outcome(Hold hold, Session session) {
        return switch (Objects.requireNonNullElse(session.getStatus(), "")) {
            case "open" -> new Redirect(URI.create(session.getUrl()));
            case "expired" -> new Declined("The customer left the payment page");
            case "complete" -> paid(hold, session.getPaymentIntentObject());
            default -> new Unknown("a page of Stripe that is " + session.getStatus());
        };
    }

    /** Money that is held, or was taken by somebody at Stripe already, is good; one that is still being looked at is not yet. */
    private GatewayAnswer paid(Hold hold, @Nullable PaymentIntent intent) {
        if (intent == null) {
            return new Unknown("a payment that Stripe does not show yet");
        }
        return switch (Objects.requireNonNullElse(intent.getStatus(), "")) {
            case "requires_capture", "succeeded" -> {
                books.setIntent(hold.key(), intent.getId());
                yield new Approved(intent.getId());
            }
            case "canceled" -> new Declined("The payment was cancelled at Stripe");
            default -> new Unknown("a payment of Stripe that is " + intent.getStatus());
        };
    }
}
