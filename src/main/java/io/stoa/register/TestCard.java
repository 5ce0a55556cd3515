package io.stoa.register;

/** A card of the test provider and what it will do; only offered in a demo. The key names its text. */
public enum TestCard {
    APPROVE("tok_approve", "4242", "till.card.approve"),
    DECLINE("tok_decline", "0002", "till.card.decline");

    private final String token;
    private final String ending;
    private final String key;

    TestCard(String token, String ending, String key) {
        this.token = token;
        this.ending = ending;
        this.key = key;
    }

    public String token() {
        return token;
    }

    public String ending() {
        return ending;
    }

    public String key() {
        return key;
    }
}
