package io.stoa.shared;

/** Who acts: what kind of party, and its id there. Never a name, an address or another personal datum. */
public record Actor(Kind kind, String id) {

    public static final Actor GUEST = new Actor(Kind.GUEST, "guest");
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "stoa");

    /** The kinds of party that may act. */
    public enum Kind {
        GUEST,
        CUSTOMER,
        STAFF,
        BOT,
        PARTNER,
        SYSTEM
    }

    public static Actor customer(CustomerId customer) {
        return new Actor(Kind.CUSTOMER, customer.toString());
    }

    public static Actor staff(String login) {
        return new Actor(Kind.STAFF, login);
    }

    /** The actor that was written so. @throws IllegalArgumentException when it was not */
    public static Actor read(String written) {
        int colon = written.indexOf(':');
        return new Actor(
                Kind.valueOf(written.substring(0, Math.max(0, colon)).toUpperCase(java.util.Locale.ROOT)),
                written.substring(colon + 1));
    }

    /** As the log keeps it, for example {@code staff:anna}. */
    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + id;
    }
}
