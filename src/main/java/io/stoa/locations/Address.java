package io.stoa.locations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the post goes. The country is an ISO 3166 alpha-2 code; the postcode may be empty where a country has none. Personal
 * data when it is a customer's: it never goes into an event or a log line.
 */
public record Address(
        @Nullable String name,
        String line1,
        @Nullable String line2,
        String city,
        @Nullable String region,
        String postcode,
        String country) {

    private static final int LENGTH_MAX = 120;
    /** Where the postcode stands before the town, after the Universal Postal Union's addressing systems; elsewhere it stands after it. */
    private static final Set<String> CODE_FIRST = Set.of(
            "AT", "BE", "BG", "CH", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "IS", "IT", "LI", "LT", "LU", "MX", "NL", "NO", "PL", "PT",
            "RO", "RS", "SE", "SI", "SK", "TR");
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    public Address {
        name = optional(name);
        line1 = required(line1, "first line");
        line2 = optional(line2);
        city = required(city, "city");
        region = optional(region);
        postcode = tidy(postcode);
        country = country.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw new IllegalArgumentException("A country is two letters of ISO 3166, such as GB");
        }
    }

    /** For reading, line by line, the country by its name; what the street's lines say already is not said again. */
    public List<String> lines(Locale reader) {
        var street = line2 == null ? line1 : line1 + ", " + line2;
        var segments = Set.copyOf(Arrays.asList(street.strip().split("\\s*,\\s*")));
        boolean coded = !postcode.isEmpty() && street.contains(postcode);
        boolean placed = segments.contains(city) || (coded && street.contains(city));
        boolean first = !placed && !coded && CODE_FIRST.contains(country);
        var town = first ? (postcode + " " + city).strip() : city;
        var place = Stream.of(placed ? null : town, placed && coded ? null : region, coded || first ? null : postcode)
                .filter(part -> part != null && !part.isEmpty());
        var land = Locale.of("", country);
        boolean landed = segments.contains(land.getDisplayCountry(Locale.ENGLISH)) || (coded && segments.contains(country));
        return Stream.of(name, line1, line2, String.join(", ", place.toList()), landed ? null : land.getDisplayCountry(reader))
                .filter(line -> line != null && !line.isEmpty())
                .map(Objects::requireNonNull)
                .toList();
    }

    /** Where to go within the country, in one line: without whose it is and without the country. */
    public String street(Locale reader) {
        var land = Locale.of("", country).getDisplayCountry(reader);
        return lines(reader).stream()
                .filter(line -> !line.equals(name) && !line.equals(land))
                .collect(Collectors.joining(", "));
    }

    /** Only the town, so that a careless log line gives nobody away. */
    @Override
    public String toString() {
        return "Address[" + city + ", " + country + "]";
    }

    private static String required(String text, String what) {
        var tidy = tidy(text);
        if (tidy.isEmpty()) {
            throw new IllegalArgumentException("An address has a " + what);
        }
        return tidy;
    }

    private static @Nullable String optional(@Nullable String text) {
        return text == null || text.isBlank() ? null : tidy(text);
    }

    private static String tidy(String text) {
        var words = Arrays.stream(text.split("[\\s\\p{Cntrl}]+")).filter(word -> !word.isEmpty());
        var tidy = String.join(" ", words.toList()).replace(" ,", ",");
        if (tidy.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("A line of an address has at most 120 characters");
        }
        return tidy;
    }
}
