package io.stoa.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a cart. Positive, given by {@link io.stoa.shared.Ids}. */
public record CartId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CartId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
