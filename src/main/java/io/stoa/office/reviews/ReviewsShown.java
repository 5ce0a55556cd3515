package io.stoa.office.reviews;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reviews as the back office lists them: filters as links, rows in words, and where the other pages begin. */
public record ReviewsShown(
        List<Chip> states, List<Chip> stars, boolean filtered, List<Row> rows, String csv, @Nullable String first, @Nullable String next) {

    /** A filter. */
    public record Chip(String text, String href, boolean on) {}

    /** One review; {@code article} is null when nobody knows the product any more. */
    public record Row(
            String id,
            @Nullable String article,
            String product,
            int stars,
            String name,
            String words,
            String language,
            String order,
            String when,
            boolean hidden) {}
}
