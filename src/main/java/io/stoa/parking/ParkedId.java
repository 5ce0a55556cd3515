package io.stoa.parking;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a parked basket. Positive, given by {@link io.stoa.shared.Ids}. */
public record ParkedId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ParkedId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
