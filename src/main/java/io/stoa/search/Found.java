package io.stoa.search;

import io.stoa.catalog.ProductCard;
import io.stoa.catalog.ProductId;
import java.util.List;
import java.util.Set;

/**
 * One page of what was found, best first, which of it is sold out, and which lies at the visitor's own place; how the words were read, and as which words where that is not what was typed;
 * how many there are in all; and by what one may narrow it down.
 */
public record Found(
        List<ProductCard> products,
        Set<ProductId> soldOut,
        Set<ProductId> here,
        Reading reading,
        List<String> read,
        long total,
        int page,
        boolean more,
        Facets facets) {

    static final Found NOTHING = new Found(List.of(), Set.of(), Set.of(), Reading.AS_TYPED, List.of(), 0, 1, false, Facets.NONE);

    public Found {
        products = List.copyOf(products);
        soldOut = Set.copyOf(soldOut);
        here = Set.copyOf(here);
        read = List.copyOf(read);
    }

    /** How the words had to be read until something was found. */
    public enum Reading {
        /** Every word, as its beginning, as its stem, or as another word for the same. */
        AS_TYPED,
        /** Words that nothing is called were taken for those nearest to them. */
        CORRECTED,
        /** Words that something is called were taken for others too. */
        GUESSED,
        /** Nothing has all of the words; these have some. */
        SOME
    }
}
