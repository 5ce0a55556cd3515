package io.stoa.catalog;

import org.jspecify.annotations.Nullable;

/** A shelf: its name in addresses, its whole path, its own name, the shelf above, and how many published products are on or below it. */
public record Category(
        String slug, String path, String name, @Nullable String parentSlug, int products) {

    /**
     * The path as it is kept, without blanks around its names.
     *
     * @throws IllegalArgumentException unless it has 1 to 8 names
     */
    public static String tidy(String path) {
        return CategoryPath.tidy(path);
    }
}
