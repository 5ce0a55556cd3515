package io.stoa.payments;

import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.shared.Touchpoint;

/** What the gateway answered about one payment; for {@link Payments#recordAll}. */
public record Answered(PaymentId payment, GatewayAnswer answer, Touchpoint touchpoint) {}
