package io.stoa.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.AuthenticationException;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.RateLimitException;
import com.stripe.exception.StripeException;
import io.stoa.payments.gateway.GatewayAnswer;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What it means when Stripe does not do what it was asked: by its documented error types and statuses. Stripe stores the answer
 * to a key for a day, server errors too, so that after one of those the same key would be refused all day.
 */
enum Refusal {
    /** It says no, and will say so again. */
    FOR_GOOD,
    /** This request was answered and not done: ask again as another request, once it was looked whether it really was not. */
    NOT_DONE,
    /** It may or may not have been done, or may be done yet: ask again as the same request. */
    NOT_KNOWN;

    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    static Refusal of(StripeException failure) {
        int status = Objects.requireNonNullElse(failure.getStatusCode(), 0);
        return switch (failure) {
            case ApiConnectionException _ -> NOT_KNOWN;
            case RateLimitException _ -> NOT_KNOWN;
            case AuthenticationException _ -> locked(failure);
            case IdempotencyException _ -> status == CONFLICT ? NOT_KNOWN : NOT_DONE;
            default -> {
                if (status >= SERVER_ERROR) {
                    yield NOT_DONE;
                }
                yield status == 0 || status == CONFLICT ? NOT_KNOWN : FOR_GOOD;
            }
        };
    }

    static GatewayAnswer unknown(StripeException failure) {
        return new GatewayAnswer.Unknown(failure.getClass().getSimpleName());
    }

    /** What Stripe calls it, such as {@code amount_too_small}; never a sentence, which could hold anything. */
    static String words(StripeException failure) {
        var code = Objects.requireNonNullElse(failure.getCode(), "refused");
        return "Stripe: " + code.replaceAll("[^a-z_]", "");
    }

    private static Refusal locked(StripeException failure) {
        LOG.error("Stripe does not know STOA_STRIPE_KEY, or does not allow it enough: {}", words(failure));
        return NOT_KNOWN;
    }
}
