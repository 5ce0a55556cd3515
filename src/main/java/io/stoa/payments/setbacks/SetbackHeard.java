package io.stoa.payments.setbacks;

import java.util.Locale;

/** The payload of {@code payments.refund_failed} and {@code payments.hold_lapsed}: how much of which payment, in the smallest unit. */
public record SetbackHeard(String setback, long payment, long amount, String currency) {

    static String type(Setback.Kind kind) {
        return "payments." + kind.name().toLowerCase(Locale.ROOT);
    }
}
