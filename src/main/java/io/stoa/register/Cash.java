package io.stoa.register;

import io.stoa.shared.Amounts;
import io.stoa.shared.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Reads amounts as people type them, and guesses which notes a customer hands over. */
public final class Cash {

    private static final long[] NOTES = {5, 10, 20, 50, 100, 200};
    private static final int GUESSES = 3;

    private Cash() {}

    /** As {@link Amounts#read}: empty for anything else, such as a barcode. */
    public static Optional<Money> read(String typed, Currency currency) {
        return Amounts.read(typed, currency);
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
