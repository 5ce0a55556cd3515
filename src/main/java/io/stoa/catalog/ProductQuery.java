package io.stoa.catalog;

import io.stoa.shared.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which published products to list. With a text the best match comes first, else the newest. {@code category} is a slug;
 * {@code after} is what the page before calls its next.
 */
public record ProductQuery(
        @Nullable String text,
        @Nullable String category,
        String language,
        int size,
        @Nullable String after) {

    public ProductQuery {
        text = text == null || text.isBlank() ? null : text;
        category = category == null || category.isBlank() ? null : category;
        after = after == null || after.isBlank() ? null : after;
        size = Page.clamp(size);
    }

    public static ProductQuery all(int size) {
        return new ProductQuery(null, null, Languages.HOUSE, size, null);
    }

    public static ProductQuery text(String text, int size) {
        return new ProductQuery(text, null, Languages.HOUSE, size, null);
    }

    public static ProductQuery category(String slug, int size) {
        return new ProductQuery(null, slug, Languages.HOUSE, size, null);
    }

    public ProductQuery in(String otherLanguage) {
        return new ProductQuery(text, category, otherLanguage, size, after);
    }

    /** The same, from where a page ended. */
    public ProductQuery from(@Nullable String next) {
        return new ProductQuery(text, category, language, size, next);
    }
}
