package io.stoa.catalog;

import org.jspecify.annotations.Nullable;

/** A shelf: its name in addresses, its whole path, its own name, the shelf above, and how many published products are on or below it. */
public record Category(
        String slug, String path, String name, @Nullable String parentSlug, int products) {}
