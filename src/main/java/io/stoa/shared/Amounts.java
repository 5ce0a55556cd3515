package io.stoa.shared;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;

/** Reads amounts and shares as people type them, the same at every door. */
public final class Amounts {

    private static final int LENGTH_MAX = 12;

    private static final int BASIS_POINTS = 2;
    private static final int WHOLE = 10_000;

    private Amounts() {}

    /** {@code 10}, {@code 12.5} and {@code 12,5 %} in basis points, of more than nothing and at most everything; empty for anything else. */
    public static Optional<Integer> share(String typed) {
        var text = typed.strip().replaceFirst("\\s*%$", "");
        return text.matches("[0-9]{1,3}([.,][0-9]{1,2})?")
                ? Optional.of(new BigDecimal(text.replace(',', '.')).movePointRight(BASIS_POINTS).intValueExact())
                        .filter(points -> points > 0 && points <= WHOLE)
                : Optional.empty();
    }

    /** Basis points as they are typed, without a sign: {@code 12.5}. */
    public static String share(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, BASIS_POINTS).stripTrailingZeros().toPlainString();
    }

    /**
     * {@code 20}, {@code 20.5}, {@code 1,234.50} and {@code 1.234,50}: a dot or comma before the last one or two digits parts
     * the cents. Empty for anything else, such as a barcode, an amount below nothing, or one of more than six whole digits.
     */
    public static Optional<Money> read(String typed, Currency currency) {
        var text = typed.replaceAll("[\\s\u00a0'’\\p{Sc}]", "");
        int digits = currency.getDefaultFractionDigits();
        if (text.isEmpty() || text.length() > LENGTH_MAX || !text.matches("[0-9]+([.,][0-9]+)*")) {
            return Optional.empty();
        }
        int cut = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','));
        boolean cents = cut >= 0 && text.length() - cut - 1 <= digits;
        var whole = (cents ? text.substring(0, cut) : text).replaceAll("[.,]", "");
        if (whole.length() > LENGTH_MAX / 2) {
            return Optional.empty();
        }
        return Optional.of(Money.of(new BigDecimal(cents ? whole + "." + text.substring(cut + 1) : whole), currency));
    }
}
