package io.stoa.stripe;

import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import io.stoa.http.Problems;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where Stripe tells its news, signed. They say what to ask about and nothing else: whatever order they come in, however often,
 * Stripe itself is asked how it stands. What cannot be asked now is refused, so that Stripe tells it again.
 */
@Hidden
@RestController
class StripeNews {

    private final ObjectProvider<StripeSettings> settings;
    private final ObjectProvider<StripeGateway> gateway;
    private final ObjectProvider<DisputeNews> disputes;
    private final ObjectProvider<SetbackNews> setbacks;

    StripeNews(
            ObjectProvider<StripeSettings> settings,
            ObjectProvider<StripeGateway> gateway,
            ObjectProvider<DisputeNews> disputes,
            ObjectProvider<SetbackNews> setbacks) {
        this.settings = settings;
        this.gateway = gateway;
        this.disputes = disputes;
        this.setbacks = setbacks;
    }

    @PostMapping("/hooks/stripe")
    ResponseEntity<?> hear(
            @RequestBody String body, @RequestHeader(value = "Stripe-Signature", defaultValue = "") String signature)
            throws StripeException, EventDataObjectDeserializationException {
        var known = settings.getIfAvailable();
        if (known == null) {
            return ResponseEntity.of(Problems.notFound("Payments do not go through Stripe here.")).build();
        }
        try {
            about(known.read(body, signature));
            return ResponseEntity.noContent().build();
        } catch (SignatureVerificationException forged) {
            var problem = Problems.malformed(
                    "bad-signature", "The signature is not that of the endpoint's signing secret, or too old.", Map.of());
            return ResponseEntity.of(problem).build();
        }
    }

    private void about(Event event) throws StripeException, EventDataObjectDeserializationException {
        switch (event.getDataObjectDeserializer().deserializeUnsafe()) {
            case Session session -> ask(session.getClientReferenceId());
            case PaymentIntent intent -> aboutPayment(key(intent.getMetadata()));
            case Refund refund -> aboutRefund(StripeCalls.keyOf(refund));
            case Dispute dispute -> disputes.getObject().heard(dispute.getId());
            case StripeObject other -> {
                // Nothing here depends on it.
            }
        }
    }

    private void aboutPayment(@Nullable String key) throws StripeException {
        if (key != null) {
            ask(key);
            setbacks.getObject().ofHold(key);
        }
    }

    private void aboutRefund(@Nullable String key) throws StripeException {
        if (key != null) {
            ask(key);
            setbacks.getObject().ofRefund(key);
        }
    }

    private void ask(@Nullable String key) {
        Optional.ofNullable(key).ifPresent(gateway.getObject()::news);
    }

    private static @Nullable String key(@Nullable Map<String, String> metadata) {
        return metadata == null ? null : metadata.get(StripeCalls.KEY);
    }
}
