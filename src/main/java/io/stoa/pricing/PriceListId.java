package io.stoa.pricing;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The merchant's short name of a price list, such as {@code uk-retail}: 1 to 40 of {@code a-z 0-9 -}. */
public record PriceListId(@JsonValue String value) implements Comparable<PriceListId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PriceListId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A price list is named by 1 to 40 of a-z, 0-9 and -");
        }
    }

    @Override
    public int compareTo(PriceListId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
