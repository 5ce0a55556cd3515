package io.stoa.fulfilment;

import java.time.Instant;

/** A customer who has come to collect: since when, and where they wait, in their own words, which may be none. */
public record Arrival(Instant at, String where) {

    public static final int WHERE_MAX = 60;
}
