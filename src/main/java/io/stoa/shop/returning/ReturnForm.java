package io.stoa.shop.returning;

import io.stoa.page.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page on which a customer says what comes back; {@code key} names the press, so that a repeated one is the same return. */
public record ReturnForm(String number, String href, String key, List<Row> rows, List<String> stores, @Nullable String problem) {

    public ReturnForm {
        rows = List.copyOf(rows);
        stores = List.copyOf(stores);
    }

    /**
     * A line of which at most so many pieces can come back; {@code until} says until when, {@code open} whether they still can,
     * {@code chosen} and {@code reason} are what was typed before.
     */
    public record Row(
            int line,
            String title,
            int most,
            int chosen,
            @Nullable String reason,
            String price,
            String until,
            boolean open,
            Picture picture) {}
}
