package io.stoa.http.reference;

import java.util.Map;

/** Plausible values for examples, by the name of the field; those of the demo, where the demo has them. */
final class Samples {

    private static final Map<String, Object> BY_NAME = Map.ofEntries(
            Map.entry("sku", "CO-9"),
            Map.entry("firstSku", "CO-9"),
            Map.entry("code", "CO-9"),
            Map.entry("store", "berlin"),
            Map.entry("location", "berlin"),
            Map.entry("locations", "berlin"),
            Map.entry("from", "berlin"),
            Map.entry("to", "london"),
            Map.entry("home", "berlin"),
            Map.entry("group", "us"),
            Map.entry("list", "co-usd"),
            Map.entry("order", 100482),
            Map.entry("customer", 100007),
            Map.entry("slug", "womens-jeans"),
            Map.entry("path", "Women's/Jeans"),
            Map.entry("category", "Women's/Jeans"),
            Map.entry("title", "Women's Jeans (Brown)"),
            Map.entry("name", "Berlin"),
            Map.entry("brand", "PROTODYNE"),
            Map.entry("gtin", "4006381333931"),
            Map.entry("email", "name@example.com"),
            Map.entry("emails", "name@example.com"),
            Map.entry("phone", "+442079460123"),
            Map.entry("phones", "+442079460123"),
            Map.entry("value", "name@example.com"),
            Map.entry("line1", "12 Long Street"),
            Map.entry("city", "Leeds"),
            Map.entry("postcode", "LS1 4AB"),
            Map.entry("country", "GB"),
            Map.entry("latitude", 52.52),
            Map.entry("longitude", 13.38),
            Map.entry("zone", "Europe/Berlin"),
            Map.entry("hours", "Mo-Fr 09:00-18:00; 2026-12-25 off"),
            Map.entry("language", "en"),
            Map.entry("currency", "USD"),
            Map.entry("minor", 2955),
            Map.entry("quantity", 2),
            Map.entry("token", "tok_approve"),
            Map.entry("secret", "stoa_…"),
            Map.entry("password", "a long sentence"),
            Map.entry("login", "associate"),
            Map.entry("collector", "Sister, with identity card"),
            Map.entry("tracking", "1Z 999 AA1"),
            Map.entry("q", "name@example.com"),
            Map.entry("options", "M"),
            Map.entry("Idempotency-Key", "a-key-of-yours"));

    private static final Map<String, String> KEYS = Map.of(
            "options",
            "size",
            "texts",
            "en",
            "titles",
            "en",
            "descriptions",
            "en",
            "lines",
            "1",
            "attributes",
            "material");

    private Samples() {}

    static Object of(String name, Object otherwise) {
        return BY_NAME.getOrDefault(name, otherwise);
    }

    /** The name of the one entry of a map. */
    static String key(String name) {
        return KEYS.getOrDefault(name, "CO-9");
    }
}
