package io.stoa.payments;

/** How a payment stands after an answer, and whether this answer brought it there or another did before. */
public record Recorded(Payment payment, boolean won) {}
