package io.stoa.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How many pieces of something: 1 to 100,000. */
public record Quantity(@JsonValue int units) {

    public static final int UNITS_MAX = 100_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Quantity {
        if (units < 1 || units > UNITS_MAX) {
            throw new IllegalArgumentException("A quantity is 1 to 100000 pieces");
        }
    }

    public static Quantity of(int units) {
        return new Quantity(units);
    }

    @Override
    public String toString() {
        return Integer.toString(units);
    }
}
