package io.stoa.payments.disputes;

import io.stoa.payments.PaymentId;
import io.stoa.shared.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dispute as its provider tells it: its id and reason are the provider's, such as {@code product_not_received}. An answer is
 * wanted there until {@code answerBy}, if by any time.
 */
public record Dispute(
        String id, PaymentId payment, Money amount, String reason, State state, @Nullable Instant answerBy, Instant openedAt) {

    /** How far it has come. */
    public enum State {
        /** The retailer has to answer at the provider, or loses. */
        ANSWER_WANTED,
        BEING_LOOKED_AT,
        /** The money stays with the retailer. */
        WON,
        /** The money went back to the customer. */
        LOST;

        boolean isOver() {
            return this == WON || this == LOST;
        }
    }
}
