package io.stoa.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A stock keeping unit: the smallest thing that is sold and counted. 1 to 64 visible ASCII characters, case matters. */
public record Sku(@JsonValue String value) implements Comparable<Sku> {

    private static final int LENGTH_MAX = 64;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sku {
        if (value.isEmpty() || value.length() > LENGTH_MAX || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("A SKU has 1 to 64 visible ASCII characters without blanks");
        }
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
