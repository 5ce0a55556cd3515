package io.stoa.register;

/** An amount that may be handed over, and what comes back. */
public record Note(String typed, String amount, String change) {}
