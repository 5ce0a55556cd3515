package io.stoa.register;

import java.text.NumberFormat;
import java.util.Locale;

/** Writes tax rates. */
final class Rates {

    private static final double WHOLE = 10_000;

    private Rates() {}

    /** Basis points as people write them: 725 as {@code 7.25%}. */
    static String percent(int basisPoints, Locale locale) {
        var format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(2);
        return format.format(basisPoints / WHOLE);
    }
}
