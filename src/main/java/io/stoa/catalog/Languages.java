package io.stoa.catalog;

import java.util.Map;

/** Which text to show to whom. */
final class Languages {

    /** What is shown to those whose language a text lacks. */
    static final String HOUSE = "en";

    private Languages() {}

    /** Exactly that language, else without its region, else the house's, else the first there is; empty if there is none. */
    static String pick(Map<String, String> texts, String language) {
        for (var tag = language; !tag.isEmpty(); tag = tag.substring(0, Math.max(0, tag.lastIndexOf('-')))) {
            var text = texts.get(tag);
            if (text != null) {
                return text;
            }
        }
        var house = texts.get(HOUSE);
        return house != null ? house : texts.values().stream().findFirst().orElse("");
    }
}
