package io.stoa.shop.search;

import io.stoa.page.Picture;
import org.jspecify.annotations.Nullable;

/** One article on a shelf: enough to want it, what it costs without promotions where that is more, and when the visitor's own store has it. */
public record Good(
        String href,
        String title,
        @Nullable String brand,
        @Nullable String price,
        @Nullable String before,
        Picture picture,
        boolean soldOut,
        @Nullable String here) {}
