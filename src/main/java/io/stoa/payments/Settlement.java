package io.stoa.payments;

import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an answer means for a payment's row: its next state, and when to ask (again), if ever. */
record Settlement(
        PaymentId payment,
        PaymentState state,
        @Nullable String reference,
        @Nullable String reason,
        @Nullable String redirect,
        @Nullable Instant askAt,
        Touchpoint touchpoint) {

    static final Duration FIRST_ASK_AFTER = Duration.ofSeconds(1);
    static final Duration AFTERTHOUGHT_AFTER = Duration.ofMinutes(10);

    static Settlement of(Answered answered, Instant now) {
        var id = answered.payment();
        var by = answered.touchpoint();
        var soon = now.plus(FIRST_ASK_AFTER);
        return switch (answered.answer()) {
            case GatewayAnswer.Approved(var reference) ->
                new Settlement(id, PaymentState.AUTHORISED, reference, null, null, null, by);
            case GatewayAnswer.Declined(var reason) ->
                new Settlement(id, PaymentState.DECLINED, null, reason, null, null, by);
            case GatewayAnswer.Redirect(var page) ->
                new Settlement(id, PaymentState.PENDING, null, null, page.toString(), soon, by);
            case GatewayAnswer.Unknown(var cause) ->
                new Settlement(id, PaymentState.UNKNOWN, null, cause, null, soon, by);
            case GatewayAnswer.NeverArrived() ->
                new Settlement(id, PaymentState.UNKNOWN, null, "never arrived", null, soon, by);
        };
    }

    /**
     * Given up: the provider has not heard of it, or the customer never paid, for so long that the customer may try again.
     * It is asked about once more later, for an approval after all must be released.
     */
    static Settlement givenUp(PaymentId payment, String reason, Instant now) {
        var later = now.plus(AFTERTHOUGHT_AFTER);
        return new Settlement(payment, PaymentState.DECLINED, null, reason, null, later, Touchpoint.SYSTEM);
    }
}
