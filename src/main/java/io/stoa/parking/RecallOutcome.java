package io.stoa.parking;

/** What came of taking a parked basket up again. */
public sealed interface RecallOutcome {

    /** It is yours, and nobody else's. */
    record Recalled(Parked basket) implements RecallOutcome {}

    /** Somebody was faster: it was taken up or thrown away, as it says. */
    record Gone(Parked basket) implements RecallOutcome {}

    record NoSuchBasket() implements RecallOutcome {}
}
