package io.stoa.shop;

import io.stoa.page.Picture;
import org.jspecify.annotations.Nullable;

/** One article on a shelf: enough to want it. */
public record Good(
        String href,
        String title,
        @Nullable String brand,
        @Nullable String price,
        Picture picture) {}
