package io.stoa.shop.reviewing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What others say about a product: how many gave how many stars, and some of their words, newest first; {@code more} leads to all. */
public record Said(
        String product, long number, String mean, int stars, List<Share> shares, List<One> reviews, @Nullable String more, String topic) {

    public Said {
        shares = List.copyOf(shares);
        reviews = List.copyOf(reviews);
    }

    /** So many gave so many stars; {@code share} of all, 0 to 1. */
    public record Share(int stars, long number, double share) {}

    /** One review; the language is that of its words. */
    public record One(int stars, String name, String when, String words, String language) {}

    public boolean isEmpty() {
        return number == 0;
    }
}
