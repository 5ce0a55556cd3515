package io.stoa.stripe;

import com.stripe.exception.StripeException;
import io.stoa.payments.Payments;
import io.stoa.payments.setbacks.Setback;
import io.stoa.payments.setbacks.Setback.Kind;
import io.stoa.payments.setbacks.Setbacks;
import io.stoa.shared.Money;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Tells payments when Stripe undid what it had done: asked about at Stripe, as all its news are. */
@Component
@ConditionalOnProperty("stoa.stripe.key")
class SetbackNews {

    private static final Set<String> UNDONE = Set.of("failed", "canceled");

    private final StripeCalls stripe;
    private final StripeTable books;
    private final Payments payments;
    private final Setbacks setbacks;

    SetbackNews(StripeCalls stripe, StripeTable books, Payments payments, Setbacks setbacks) {
        this.stripe = stripe;
        this.books = books;
        this.payments = payments;
        this.setbacks = setbacks;
    }

    /** A refund that had gone out and came back. One that was never done is refused where it was asked for. */
    void ofRefund(String key) throws StripeException {
        var asked = books.asked(key).filter(one -> one.state() == Asked.State.DONE && one.plan().call() == Hold.Call.REFUND);
        if (asked.isPresent()) {
            var made = stripe.made(asked.get(), intent(asked.get().hold()));
            made.filter(refund -> UNDONE.contains(Objects.requireNonNullElse(refund.getStatus(), "")))
                    .ifPresent(refund -> heard(refund.getId(), asked.get().hold(), Kind.REFUND_FAILED, asked.get().plan().amount()));
        }
    }

    /** Money that is free again although nobody here let it go: banks hold it for some days only. */
    void ofHold(String key) throws StripeException {
        var hold = books.hold(key).filter(one -> one.isHeld() && !books.isUnderWay(key));
        if (hold.isPresent() && "canceled".equals(stripe.intent(intent(hold.get())).getStatus())) {
            heard(intent(hold.get()), hold.get(), Kind.HOLD_LAPSED, hold.get().open());
        }
    }

    private void heard(String id, Hold hold, Kind kind, long amount) {
        payments.withKey(hold.key())
                .map(payment -> new Setback(id, payment.id(), kind, Money.of(amount, hold.currency())))
                .ifPresent(setbacks::heard);
    }

    private static String intent(Hold hold) {
        return Objects.requireNonNull(hold.intent());
    }
}
