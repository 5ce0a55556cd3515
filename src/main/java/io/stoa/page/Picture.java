package io.stoa.page;

import java.util.List;
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

    private static final String DRAWN = "/media/product/";

    /** The article's own picture; drawn ones stand in the page itself where the title alone says what they are. */
    public static Picture of(@Nullable String url, String title) {
        var texts = List.of(title);
        var known = Drawing.of(texts);
        var drawn = url != null && url.startsWith(DRAWN) && known.isPresent();
        return new Picture(
                drawn ? null : url,
                title,
                known.orElse(Drawing.PARCEL).symbol(),
                Cloth.of(texts).map(Cloth::cssClass).orElse(null));
    }

    /** The class of the drawing's colour, empty where no colour is known. */
    public String clothClass() {
        return cloth == null ? "" : cloth;
    }
}
