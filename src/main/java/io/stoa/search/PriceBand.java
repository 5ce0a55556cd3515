package io.stoa.search;

/** Prices from one up to but without another, in minor units. */
public record PriceBand(long from, long until) {

    public PriceBand {
        if (from < 0 || until <= from) {
            throw new IllegalArgumentException("A price band ends above its beginning");
        }
    }
}
