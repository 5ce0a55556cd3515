package io.stoa.payments.testprovider;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The cards of the test provider: what it does with a hold, and what its caller hears. In a demo the doors offer some of
 * them; the key names the words that say what the card will do.
 */
public enum TestCard {
    APPROVE("tok_approve", "4242", Deed.APPROVED, false),
    DECLINE("tok_decline", "0002", Deed.DECLINED, false),
    /** Approved, and the answer gets lost. */
    TIMEOUT("tok_timeout", "0119", Deed.APPROVED, true),
    /** Declined, and the answer gets lost. */
    TIMEOUT_DECLINED("tok_timeout_declined", "0127", Deed.DECLINED, true),
    /** The request itself gets lost. */
    TIMEOUT_NOTHING("tok_timeout_nothing", "0135", Deed.NOTHING, true),
    /** Approved, and then told twice more by notices. */
    TWICE("tok_twice", "0143", Deed.APPROVED, false);

    /** What the provider writes in its books. */
    enum Deed {
        APPROVED,
        DECLINED,
        NOTHING
    }

    private final String token;
    private final String ending;
    final Deed deed;
    final boolean answerLost;

    TestCard(String token, String ending, Deed deed, boolean answerLost) {
        this.token = token;
        this.ending = ending;
        this.deed = deed;
        this.answerLost = answerLost;
    }

    /** What is sent in place of its number. */
    public String token() {
        return token;
    }

    /** The last four digits that its owner sees. */
    public String ending() {
        return ending;
    }

    /** The key of its words. */
    public String key() {
        return "page.card." + name().toLowerCase(Locale.ROOT);
    }

    static Optional<TestCard> of(String token) {
        return Arrays.stream(values()).filter(card -> card.token.equals(token)).findFirst();
    }
}
