package io.stoa.pricing.promotions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The merchant's short name of a promotion, such as {@code three-for-two}: 1 to 40 of {@code a-z 0-9 -}. */
public record PromotionId(@JsonValue String value) implements Comparable<PromotionId> {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PromotionId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A promotion is named by 1 to 40 of a-z, 0-9 and -");
        }
    }

    @Override
    public int compareTo(PromotionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
