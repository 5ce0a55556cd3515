package io.stoa.search;

import java.util.List;

/**
 * By what the found may be narrowed down, and how many would be left. The values of a trait that is chosen already are
 * counted as if it were not, so that one may change one's mind.
 */
public record Facets(List<Shelf> shelves, List<Band> bands, List<Trait> traits, long inStock, long here) {

    static final Facets NONE = new Facets(List.of(), List.of(), List.of(), 0, 0);

    public Facets {
        shelves = List.copyOf(shelves);
        bands = List.copyOf(bands);
        traits = List.copyOf(traits);
    }

    /** A shelf below the one that was asked, or an uppermost one. */
    public record Shelf(String slug, String name, long count) {}

    /** The last band has no end but {@link Long#MAX_VALUE}. */
    public record Band(PriceBand band, long count) {}

    /** Something that sets goods apart, such as the colour; the values that most have come first. */
    public record Trait(String name, List<Value> values) {
        public Trait {
            values = List.copyOf(values);
        }
    }

    public record Value(String value, long count) {}
}
