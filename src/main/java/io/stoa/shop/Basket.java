package io.stoa.shop;

import io.stoa.page.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cart as it is shown: priced lines, the sums, and what stands in the way. */
public record Basket(
        List<Line> lines,
        List<Sum> sums,
        String total,
        @Nullable String problem) {

    public Basket {
        lines = List.copyOf(lines);
        sums = List.copyOf(sums);
    }

    /** One article in the cart; the problem says what to do about it. */
    public record Line(
            String sku,
            String href,
            String title,
            @Nullable String variant,
            int quantity,
            @Nullable String price,
            @Nullable String sum,
            Picture picture,
            @Nullable String problem) {}

    /** One addend of the total. */
    public record Sum(String name, String amount) {}

    public boolean empty() {
        return lines.isEmpty();
    }
}
