package io.stoa.payments;

import io.stoa.payments.gateway.Tender;
import org.jspecify.annotations.Nullable;

/**
 * The payload of every event of this module: how much in the smallest unit of the currency was authorised, declined,
 * captured, released or refunded, by which movement where there is one.
 */
public record PaymentChanged(
        long payment, long order, Tender tender, long amount, String currency, @Nullable String movement) {}
