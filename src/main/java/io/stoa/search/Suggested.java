package io.stoa.search;

import io.stoa.catalog.ProductCard;
import java.util.List;

/** The best few of what was typed so far, and as which words it was read where that is not what was typed. */
public record Suggested(List<ProductCard> products, Found.Reading reading, List<String> read) {

    static final Suggested NOTHING = new Suggested(List.of(), Found.Reading.AS_TYPED, List.of());

    public Suggested {
        products = List.copyOf(products);
        read = List.copyOf(read);
    }
}
