package io.stoa.shop;

import java.util.Locale;
import java.util.Map;

/** What postcodes look like, where that is sure; anything goes elsewhere. */
final class Postcodes {

    private static final String FIVE = "\\d{5}";
    private static final Map<String, String> SHAPES = Map.of(
            "AT", "\\d{4}",
            "CH", "\\d{4}",
            "DE", FIVE,
            "ES", FIVE,
            "FR", FIVE,
            "GB", "[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}",
            "IT", FIVE,
            "NL", "\\d{4} ?[A-Z]{2}",
            "US", FIVE + "(-\\d{4})?");

    private Postcodes() {}

    static boolean fits(String postcode, String country) {
        var shape = SHAPES.get(country);
        return !postcode.isEmpty() && (shape == null || postcode.toUpperCase(Locale.ROOT).matches(shape));
    }
}
