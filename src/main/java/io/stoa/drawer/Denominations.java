package io.stoa.drawer;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The notes and coins of a currency in use, the largest first, in its smallest unit. */
public final class Denominations {

    private static final Map<String, long[]> KNOWN = Map.of(
            "USD", new long[] {10000, 5000, 2000, 1000, 500, 100, 25, 10, 5, 1},
            "GBP", new long[] {5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1},
            "EUR", new long[] {20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1},
            "CHF", new long[] {20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5},
            "JPY", new long[] {10000, 5000, 2000, 1000, 500, 100, 50, 10, 5, 1});

    private static final long LARGEST = 200;

    private Denominations() {}

    /** Of a currency that is not known here: one, two and five of each power of ten, up to two hundred whole units. */
    public static List<Long> of(Currency currency) {
        var known = KNOWN.get(currency.getCurrencyCode());
        return known != null
                ? LongStream.of(known).boxed().toList()
                : guessed(currency).boxed().toList();
    }

    private static LongStream guessed(Currency currency) {
        long whole = (long) Math.pow(10, Math.max(0, currency.getDefaultFractionDigits()));
        return LongStream.iterate(LARGEST * whole, worth -> worth > 0, Denominations::next);
    }

    /** 200, 100, 50, 20, 10, 5, 2, 1. */
    private static long next(long worth) {
        return Long.toString(worth).charAt(0) == '5' ? worth * 2 / 5 : worth / 2;
    }

    /** Whether it is a note rather than a coin, for the two columns of a count. */
    public static boolean isNote(long worth, Currency currency) {
        long firstNote = switch (currency.getCurrencyCode()) {
            case "USD" -> 100;
            case "CHF" -> 1000;
            default -> 5 * (long) Math.pow(10, Math.max(0, currency.getDefaultFractionDigits()));
        };
        return currency.getCurrencyCode().equals("JPY") ? worth >= 1000 : worth >= firstNote;
    }
}
