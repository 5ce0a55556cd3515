package io.stoa.payments.setbacks;

import io.stoa.payments.PaymentId;
import io.stoa.shared.Money;

/** What a provider undid by itself; the id is the provider's, of the refund or of the payment. */
public record Setback(String id, PaymentId payment, Kind kind, Money amount) {

    /** What happened, and with it what somebody has to do. */
    public enum Kind {
        /** The money that was given back lies with the provider again: the customer has not got it. */
        REFUND_FAILED,
        /** The money that was held is the customer's again: nothing more can be taken. */
        HOLD_LAPSED
    }
}
