package io.stoa.search;

/** Which stemming PostgreSQL knows for a language. */
final class Stemming {

    private Stemming() {}

    /** {@code simple}, which stems nothing, where it knows none. */
    static String of(String language) {
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
