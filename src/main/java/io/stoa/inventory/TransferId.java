package io.stoa.inventory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a transfer. */
public record TransferId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TransferId {
        if (value < 1) {
            throw new IllegalArgumentException("A transfer's number is 1 or more");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
