package io.stoa.search;

import org.jspecify.annotations.Nullable;

/**
 * Which published articles to list, without counts and as far as one likes.
 *
 * @param text beginnings of words, all of which the article has; or empty
 * @param shelf the path of a department, or null for all
 * @param from the least price on the web in minor units, or null
 * @param to the highest, or null
 * @param inStock only those that are in stock, or not; null for both
 * @param after where the page begins: what the page before calls its next, or null
 */
public record ArticleQuery(
        String text,
        @Nullable String shelf,
        @Nullable Long from,
        @Nullable Long to,
        @Nullable Boolean inStock,
        Order order,
        @Nullable String after,
        int size) {

    /** What comes first. */
    public enum Order {
        NEWEST,
        OLDEST,
        CHEAPEST,
        DEAREST
    }

    /** The same goods from another place on, in another order. */
    public ArticleQuery page(Order other, @Nullable String later, int limit) {
        return new ArticleQuery(text, shelf, from, to, inStock, other, later, limit);
    }
}
