package io.stoa.stripe;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import io.stoa.access.Elsewhere;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * {@code STOA_STRIPE_KEY}, the secret key of the account; {@code STOA_STRIPE_SIGNING_SECRET}, by which its news are known;
 * {@code STOA_STRIPE_PAGES}, where its pages are when it has a domain of its own for them.
 */
@Component
@ConditionalOnProperty("stoa.stripe.key")
class StripeSettings implements Elsewhere {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 10_000;
    /** How old news may be when it arrives, against replay: what Stripe recommends. */
    private static final long TOLERANCE_SECONDS = 300;

    static {
        // How long calls took is nobody else's business.
        Stripe.enableTelemetry = false;
    }

    private final String key;
    private final String secret;
    private final String url;
    private final URI pages;

    StripeSettings(
            @Value("${stoa.stripe.key}") String key,
            @Value("${stoa.stripe.signing-secret:}") String secret,
            @Value("${stoa.stripe.url:}") String url,
            @Value("${stoa.stripe.pages:https://checkout.stripe.com}") URI pages) {
        if (secret.isBlank()) {
            throw new IllegalStateException(
                    "STOA_STRIPE_KEY needs STOA_STRIPE_SIGNING_SECRET: the signing secret of the endpoint /hooks/stripe");
        }
        this.key = key.strip();
        this.secret = secret.strip();
        this.url = url;
        this.pages = pages;
    }

    StripeClient client() {
        var client = StripeClient.builder()
                .setApiKey(key)
                .setConnectTimeout(CONNECT_MILLIS)
                .setReadTimeout(READ_MILLIS)
                .setMaxNetworkRetries(0);
        return (url.isBlank() ? client : client.setApiBase(url)).build();
    }

    /** The news in this body. */
    Event read(String body, String signature) throws SignatureVerificationException {
        return com.stripe.net.Webhook.constructEvent(body, signature, secret, TOLERANCE_SECONDS);
    }

    /** Where a customer is sent to pay. */
    @Override
    public String origin() {
        return pages.resolve("/").toString().replaceAll("/$", "");
    }
}
