package io.stoa.payments;

import io.stoa.shared.Money;

/**
 * What a payment can still do, movements counted whose answer is not known yet: {@code held} may still be taken,
 * {@code taken} was taken in all, and {@code refundable} of it may still be given back; {@code givenBack} is what was given
 * back of it for the reason that was asked about.
 */
public record Standing(Payment payment, Money held, Money taken, Money refundable, Money givenBack) {}
