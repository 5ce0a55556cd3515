package io.stoa.customers;

/** This e-mail address, telephone number or card belongs to another person already. Nothing was changed. */
public final class IdentifierTaken extends RuntimeException {

    private final Identifier.Kind kind;

    IdentifierTaken(Identifier.Kind kind) {
        super("This " + word(kind) + " belongs to another customer already");
        this.kind = kind;
    }

    public Identifier.Kind kind() {
        return kind;
    }

    private static String word(Identifier.Kind kind) {
        return switch (kind) {
            case EMAIL -> "e-mail address";
            case PHONE -> "telephone number";
            case CARD -> "card";
        };
    }
}
