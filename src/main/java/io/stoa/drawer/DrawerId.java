package io.stoa.drawer;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a drawer from its float to its Z report. Positive, given by {@link io.stoa.shared.Ids}, never used twice. */
public record DrawerId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DrawerId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
