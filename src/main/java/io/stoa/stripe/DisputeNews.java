package io.stoa.stripe;

import com.stripe.exception.StripeException;
import io.stoa.payments.Payment;
import io.stoa.payments.Payments;
import io.stoa.payments.disputes.Dispute;
import io.stoa.payments.disputes.Disputes;
import io.stoa.shared.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells payments how a dispute stands at Stripe at this moment. */
@Component
@ConditionalOnProperty("stoa.stripe.key")
class DisputeNews {

    private final StripeCalls stripe;
    private final StripeTable books;
    private final Payments payments;
    private final Disputes disputes;

    DisputeNews(StripeCalls stripe, StripeTable books, Payments payments, Disputes disputes) {
        this.stripe = stripe;
        this.books = books;
        this.payments = payments;
        this.disputes = disputes;
    }

    void heard(String id) throws StripeException {
        var told = stripe.dispute(id);
        Optional.ofNullable(told.getPaymentIntent())
                .flatMap(books::ofIntent)
                .flatMap(hold -> payments.withKey(hold.key()).map(payment -> dispute(told, hold, payment)))
                .ifPresent(disputes::heard);
    }

    private static Dispute dispute(com.stripe.model.Dispute told, Hold hold, Payment payment) {
        var details = told.getEvidenceDetails();
        return new Dispute(
                told.getId(),
                payment.id(),
                Money.of(StripeCalls.here(told.getAmount(), hold.currency()), hold.currency()),
                Objects.requireNonNullElse(told.getReason(), "general"),
                state(told.getStatus()),
                details == null || details.getDueBy() == null ? null : Instant.ofEpochSecond(details.getDueBy()),
                Instant.ofEpochSecond(told.getCreated()));
    }

    /** Inquiries, which Stripe calls warnings, are answered as disputes are. */
    private static Dispute.State state(@Nullable String status) {
        return switch (Objects.requireNonNullElse(status, "")) {
            case "warning_needs_response", "needs_response" -> Dispute.State.ANSWER_WANTED;
            case "won", "warning_closed", "prevented" -> Dispute.State.WON;
            case "lost" -> Dispute.State.LOST;
            default -> Dispute.State.BEING_LOOKED_AT;
        };
    }
}
