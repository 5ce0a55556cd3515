package io.stoa.customers;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a customer gets things sent.
 *
 * @param name of the receiver, where it is not the customer's
 * @param postcode may be empty in countries that have none
 * @param country ISO 3166 alpha-2, capitals
 */
public record PostalAddress(
        @Nullable String name,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String region,
        String postcode,
        String country) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final int TEXT_MAX = 200;

    public PostalAddress {
        if (line1.isBlank() || city.isBlank()) {
            throw new IllegalArgumentException("An address has at least a line and a city");
        }
        country = country(country);
        if (tooLong(name, line1, line2, city, region, postcode)) {
            throw new IllegalArgumentException("A line of an address has at most 200 characters");
        }
    }

    /** The country as it was written; refuses what are not two capitals. */
    public static String country(String text) {
        if (!COUNTRY.matcher(text).matches()) {
            throw new IllegalArgumentException("A country is its two ISO 3166 letters, such as GB");
        }
        return text;
    }

    private static boolean tooLong(@Nullable String... lines) {
        for (var line : lines) {
            if (line != null && line.length() > TEXT_MAX) {
                return true;
            }
        }
        return false;
    }
}
