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

    /** The stemming that PostgreSQL knows for that language, {@code simple} if none. */
    static String stemming(String language) {
        return switch (language.split("-")[0]) {
            case "ar" -> "arabic";
            case "da" -> "danish";
            case "de" -> "german";
            case "el" -> "greek";
            case "en" -> "english";
            case "es" -> "spanish";
            case "fi" -> "finnish";
            case "fr" -> "french";
            case "hu" -> "hungarian";
            case "it" -> "italian";
            case "nl" -> "dutch";
            case "no", "nb" -> "norwegian";
            case "pt" -> "portuguese";
            case "ro" -> "romanian";
            case "ru" -> "russian";
            case "sv" -> "swedish";
            case "tr" -> "turkish";
            default -> "simple";
        };
    }
}
