package io.stoa.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an article's frame: its own picture, or, where the merchant has none yet, a drawing in the colour of the
 * article, guessed from its title. The guess only decorates; nothing depends on it.
 */
public record Picture(
        @Nullable String url,
        String alt,
        String drawing,
        @Nullable String cloth) {

    private static final List<String> DRAWINGS = List.of(
            "shirt",
            "sweater",
            "hoodie",
            "coat",
            "jacket",
            "trousers",
            "jeans",
            "shorts",
            "skirt",
            "dress",
            "pyjamas",
            "socks");
    private static final List<String> CLOTHS =
            List.of("white", "black", "grey", "red", "blue", "green", "brown", "yellow", "pink");

    private static final String DRAWN = "/media/product/";

    /** The article's own picture; a drawn one of the catalog only where the page has no drawing that fits its ground. */
    public static Picture of(@Nullable String url, String title) {
        var words = title.toLowerCase(Locale.ROOT);
        var known = DRAWINGS.stream().filter(words::contains).findFirst();
        var drawing = known.orElse("parcel");
        var drawn = url != null && url.startsWith(DRAWN) && known.isPresent();
        var own = drawn ? null : url;
        var cloth = CLOTHS.stream().filter(words::contains).findFirst().orElse(null);
        return new Picture(own, title, drawing, cloth);
    }

    /** The class of the drawing's colour, empty where no colour is known. */
    public String clothClass() {
        return cloth == null ? "" : "cloth-" + cloth;
    }
}
