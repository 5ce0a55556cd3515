package io.stoa.purchasing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a supplier. */
public record SupplierId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SupplierId {
        if (value < 1) {
            throw new IllegalArgumentException("A supplier's number is 1 or more");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
