package io.stoa.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The short name of a place that keeps or sells goods, such as {@code leeds} or {@code web}: 1 to 40 of {@code a-z 0-9 -}. */
public record LocationId(@JsonValue String value) implements Comparable<LocationId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** The web: a place that sells and has no stock of its own. */
    public static final LocationId WEB = new LocationId("web");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LocationId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A location is named by 1 to 40 of a-z, 0-9 and -");
        }
    }

    @Override
    public int compareTo(LocationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
