package io.stoa.imports.uploads;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a file that was brought. */
public record UploadId(@JsonValue long value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UploadId {
        if (value <= 0) {
            throw new IllegalArgumentException("An id is positive");
        }
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
