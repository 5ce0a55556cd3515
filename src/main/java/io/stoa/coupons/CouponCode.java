package io.stoa.coupons;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What customers type or scan: 3 to 30 letters, digits and hyphens. Small letters and blanks do not matter. */
public record CouponCode(@JsonValue String value) implements Comparable<CouponCode> {

    private static final Pattern SHAPE = Pattern.compile("[A-Z0-9][A-Z0-9-]{2,29}");
    private static final int TYPED_MAX = 60;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CouponCode {
        value = plain(value);
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A coupon's code has 3 to 30 letters, digits and hyphens, such as SPRING-10");
        }
    }

    /** What somebody typed, if it can be a code at all. */
    public static Optional<CouponCode> typed(String text) {
        return text.length() <= TYPED_MAX && SHAPE.matcher(plain(text)).matches()
                ? Optional.of(new CouponCode(text))
                : Optional.empty();
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[\\s\\u00a0]", "");
    }

    @Override
    public int compareTo(CouponCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
