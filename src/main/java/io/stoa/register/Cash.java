package io.stoa.register;

import io.stoa.shared.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Reads amounts as people type them, and guesses which notes a customer hands over. */
public final class Cash {

    private static final int LENGTH_MAX = 12;
    private static final long[] NOTES = {5, 10, 20, 50, 100, 200};
    private static final int GUESSES = 3;

    private Cash() {}

    /**
     * {@code 20}, {@code 20.5}, {@code 1,234.50} and {@code 1.234,50}: a dot or comma before the last one or two digits parts
     * the cents. Empty for anything else, such as a barcode.
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

    /** The amounts above the due one that are likely handed over: the next round ones. */
    static List<Money> guesses(Money due) {
        long unit = (long) Math.pow(10, due.currency().getDefaultFractionDigits());
        return LongStream.of(NOTES)
                .map(note -> Math.ceilDiv(due.minor(), note * unit) * note * unit)
                .filter(amount -> amount > due.minor())
                .distinct()
                .limit(GUESSES)
                .mapToObj(amount -> new Money(amount, due.currency()))
                .toList();
    }
}
