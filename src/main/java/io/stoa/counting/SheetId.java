package io.stoa.counting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a count sheet. */
public record SheetId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SheetId {
        if (value < 1) {
            throw new IllegalArgumentException("A count sheet's number is 1 or more");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
