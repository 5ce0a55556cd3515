package io.stoa.staff;

/** A new token and, this once, the secret to send as {@code Authorization: Bearer …}. */
public record IssuedToken(Token token, String secret) {

    /** Never shows the secret, so that no log can. */
    @Override
    public String toString() {
        return "IssuedToken[" + token.name() + "]";
    }
}
