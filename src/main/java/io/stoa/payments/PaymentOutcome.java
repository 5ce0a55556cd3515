package io.stoa.payments;

import java.net.URI;

/** What came of asking to be paid. */
public sealed interface PaymentOutcome {

    /** The money is held (or, for cash, taken). */
    record Authorised(Payment payment) implements PaymentOutcome {}

    /** The customer must go to the provider's page; news comes as an event. */
    record Redirected(PaymentId payment, URI page) implements PaymentOutcome {}

    /** Refused: another payment may be tried. */
    record Declined(PaymentId payment, String reason) implements PaymentOutcome {}

    /** Not known yet: it is being asked about, and news comes as an event. Do not try another payment before. */
    record Undecided(PaymentId payment) implements PaymentOutcome {}

    /** The payment was given up by {@link Payments#release}; whatever is held is let go. */
    record GivenUp(PaymentId payment) implements PaymentOutcome {}
}
