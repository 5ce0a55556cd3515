package io.stoa.brand;

import java.time.Instant;

/** A kit as it was saved, by whom and when. */
public record PastKit(long version, BrandKit kit, String actor, Instant at) {}
