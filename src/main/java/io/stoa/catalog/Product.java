package io.stoa.catalog;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A product as it is now. {@code version} grows by one with each change; {@code imageUrl} is its first picture or a drawn one. */
public record Product(
        ProductId id,
        String code,
        long version,
        Status status,
        Map<String, String> titles,
        Map<String, String> descriptions,
        String category,
        @Nullable String brand,
        String taxCategory,
        Map<String, String> attributes,
        List<Media> media,
        List<Variant> variants,
        String imageUrl) {

    /** Drafts are not shown yet, withdrawn products no more; neither can be bought. */
    public enum Status {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    /** In the house's language, or the nearest there is. */
    public String title() {
        return title(Languages.HOUSE);
    }

    /** In that language, or the nearest there is. */
    public String title(String language) {
        return Languages.pick(titles, language);
    }

    /** In that language, or the nearest there is; may be empty. */
    public String description(String language) {
        return Languages.pick(descriptions, language);
    }
}
