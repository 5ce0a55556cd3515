package io.stoa.payments.testprovider;

import java.util.Arrays;
import java.util.Optional;

/** The cards of the test provider: what it does with a hold, and what its caller hears. */
enum TestCard {
    APPROVE("tok_approve", Deed.APPROVED, false),
    DECLINE("tok_decline", Deed.DECLINED, false),
    /** Approved, and the answer gets lost. */
    TIMEOUT("tok_timeout", Deed.APPROVED, true),
    /** Declined, and the answer gets lost. */
    TIMEOUT_DECLINED("tok_timeout_declined", Deed.DECLINED, true),
    /** The request itself gets lost. */
    TIMEOUT_NOTHING("tok_timeout_nothing", Deed.NOTHING, true),
    /** Approved, and then told twice more by notices. */
    TWICE("tok_twice", Deed.APPROVED, false);

    /** What the provider writes in its books. */
    enum Deed {
        APPROVED,
        DECLINED,
        NOTHING
    }

    private final String token;
    final Deed deed;
    final boolean answerLost;

    TestCard(String token, Deed deed, boolean answerLost) {
        this.token = token;
        this.deed = deed;
        this.answerLost = answerLost;
    }

    static Optional<TestCard> of(String token) {
        return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
    }
}
