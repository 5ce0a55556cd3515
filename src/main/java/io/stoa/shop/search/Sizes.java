package io.stoa.shop.search;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Puts sizes in the order of sizes and whatever else there is in that of the alphabet, where it stays whatever is chosen. */
final class Sizes {

    private static final List<String> LETTERS =
            List.of("xxxs", "xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "4xl", "5xl");

    private Sizes() {}

    static Comparator<Shelf.Choice> order(Locale locale) {
        return Comparator.<Shelf.Choice>comparingDouble(choice -> rank(choice.text()))
                .thenComparing(Shelf.Choice::text, Collator.getInstance(locale));
    }

    /** Numbers by their value before letters; what is neither comes last. */
    private static double rank(String text) {
        if (text.matches("[0-9]{1,6}([.,][0-9]{1,3})?")) {
            return Double.parseDouble(text.replace(',', '.'));
        }
        int letters = LETTERS.indexOf(text.toLowerCase(Locale.ROOT));
        return letters < 0 ? Double.MAX_VALUE : 1e9 + letters;
    }
}
