package io.stoa.shop;

import io.stoa.page.Picture;
import io.stoa.reasons.Reason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One product with one of its variants chosen; the topics tell of other words, another picture or another price. */
public record Article(
        String title,
        @Nullable String brand,
        String description,
        Map<String, String> details,
        Picture picture,
        List<Picture> others,
        List<Link> path,
        List<Choice> choices,
        String sku,
        @Nullable Price price,
        String priceNote,
        StockReport stock,
        String topics) {

    /** What a piece costs, what it costs without promotions where that is more, the promotions that are about it, and why. */
    public record Price(String now, @Nullable String before, List<Offer> offers, List<Reason> why) {}

    /** A promotion by its name, and until when, where it ends. */
    public record Offer(String name, @Nullable String until) {}

    /** One thing to choose, such as the size, and its values; a value leads to the variant that has it. */
    public record Choice(String name, List<Link> values) {}
}
