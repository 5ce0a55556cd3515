package io.stoa.access;

/** Where else a form of ours may lead, such as the pages of a payment provider. Browsers follow no form to another place. */
public interface Elsewhere {

    /** Scheme and host, such as {@code https://pay.example.com}. */
    String origin();
}
