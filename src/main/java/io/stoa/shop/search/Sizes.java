package io.stoa.shop.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Puts sizes in the order of sizes; whatever else there is stays as it was, which is by how many goods have it. */
final class Sizes {

    private static final List<String> LETTERS =
            List.of("xxxs", "xxs", "xs", "s", "m", "l", "xl", "xxl", "xxxl", "2xl", "3xl", "4xl", "5xl");

    private Sizes() {}

    static Comparator<Shelf.Choice> order() {
        return Comparator.comparingDouble(choice -> rank(choice.text()));
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
