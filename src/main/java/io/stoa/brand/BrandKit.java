package io.stoa.brand;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a brand is made of.
 *
 * @param logo the name of its picture, see {@link Brand#keep}; without one the name is written
 * @param strapline what the shop greets with, by language; where a language is missing, Stoa's own words stand
 * @param thanks what receipts and orders end with, by language; nothing where it is missing
 */
public record BrandKit(
        String name,
        Colour colour,
        Typeface typeface,
        Corners corners,
        @Nullable String logo,
        Map<String, String> strapline,
        Map<String, String> thanks) {

    public static final int NAME_MAX = 40;
    public static final int WORDS_MAX = 120;

    /** As Stoa comes. */
    public static final BrandKit OWN =
            new BrandKit("Stoa", Colour.OWN, Typeface.HOUSE, Corners.SOFT, null, Map.of(), Map.of());

    /** What texts are set in. */
    public enum Typeface {
        /** Figtree, which comes with Stoa. */
        HOUSE,
        /** With serifs, that of the reader's device. */
        SERIF,
        /** That of the reader's device: nothing to load. */
        DEVICE
    }

    /** How round things are. */
    public enum Corners {
        SHARP,
        SOFT,
        ROUND
    }

    /** @throws IllegalArgumentException when the name is missing or something is too long */
    public BrandKit {
        name = name.strip();
        if (name.isEmpty() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("A name has 1 to " + NAME_MAX + " characters");
        }
        strapline = said(strapline);
        thanks = said(thanks);
        if (logo != null && !logo.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("A logo is named by the hash of its picture");
        }
    }

    private static Map<String, String> said(Map<String, String> words) {
        var said = new TreeMap<String, String>();
        words.forEach((language, text) -> {
            if (!language.matches("[a-z]{2,3}") || text.strip().length() > WORDS_MAX) {
                throw new IllegalArgumentException(
                        "Words are by language, such as en, and have at most " + WORDS_MAX + " characters");
            }
            if (!text.isBlank()) {
                said.put(language, text.strip());
            }
        });
        return Map.copyOf(said);
    }
}
