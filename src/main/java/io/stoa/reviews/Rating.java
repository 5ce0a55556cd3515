package io.stoa.reviews;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How many reviews that are shown gave how many stars. */
public record Rating(Map<Integer, Long> counts) {

    public static final Rating NONE = new Rating(Map.of());

    public Rating {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    public long of(int stars) {
        return counts.getOrDefault(stars, 0L);
    }

    public long number() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The mean of the stars with one decimal, halves up; nothing when there is none. */
    public BigDecimal mean() {
        long sum = counts.entrySet().stream().mapToLong(one -> one.getKey() * one.getValue()).sum();
        return number() == 0 ? BigDecimal.ZERO : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(number()), 1, RoundingMode.HALF_UP);
    }
}
