package io.stoa.access;

/** Payload of {@code access.sign_in_ended}: so many places where somebody was signed in were signed out. */
public record SignInEnded(int places) {

    public static final String TYPE = "access.sign_in_ended";
}
