package io.stoa.register;

import java.text.Collator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The countries of the world in the reader's language and order. */
final class Countries {

    private Countries() {}

    /** Codes of ISO 3166 alpha-2 with their names, by name. */
    static Map<String, String> byName(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        var order = Collator.getInstance(locale);
        Stream.of(Locale.getISOCountries())
                .map(code -> Map.entry(code, Locale.of("", code).getDisplayCountry(locale)))
                .sorted((one, other) -> order.compare(one.getValue(), other.getValue()))
                .forEach(country -> names.put(country.getKey(), country.getValue()));
        return names;
    }
}
