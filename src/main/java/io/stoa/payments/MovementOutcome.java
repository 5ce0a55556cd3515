package io.stoa.payments;

/** What came of a capture, release or refund. */
public sealed interface MovementOutcome {

    /** Done, now or by an earlier call with the same id. */
    record Done(Payment payment) implements MovementOutcome {}

    /** Stored and not known yet: it will be done or refused, and news comes as an event. Nothing needs to be repeated. */
    record Undecided(Payment payment) implements MovementOutcome {}

    /** Nothing was moved. */
    record Refused(Refusal refusal) implements MovementOutcome {}

    /** Why money is not moved. */
    enum Refusal {
        NO_SUCH_PAYMENT,
        NOT_AUTHORISED,
        BEING_RELEASED,
        OTHER_CURRENCY,
        MORE_THAN_AUTHORISED,
        MORE_THAN_CAPTURED,
        /** The id was used for another movement. */
        ID_TAKEN,
        PROVIDER_REFUSED
    }
}
