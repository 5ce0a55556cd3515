package io.stoa.reviews;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a review. Positive, given by {@link io.stoa.shared.Ids}, never used twice; a newer one is larger. */
public record ReviewId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReviewId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
