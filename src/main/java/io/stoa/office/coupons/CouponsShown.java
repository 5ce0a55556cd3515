package io.stoa.office.coupons;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Coupons as the back office lists them; {@code first} and {@code next} lead to other pages of the list. */
public record CouponsShown(
        List<Row> rows, @Nullable String first, @Nullable String next) {

    public CouponsShown {
        rows = List.copyOf(rows);
    }

    /** One coupon: what it takes off and how often it was used, in words. */
    public record Row(String code, String name, String off, String used, State state) {

        public String href() {
            return "/office/coupons/" + code;
        }
    }

    /** What can be done with a coupon now. */
    public enum State {
        GOOD,
        WAITS,
        OVER,
        USED_UP,
        STOPPED;

        public String tone() {
            return switch (this) {
                case GOOD -> "good";
                case WAITS -> "wait";
                case OVER, USED_UP, STOPPED -> "";
            };
        }
    }

    /** An order that used it. */
    public record Use(String order, String href, String off, String when) {}
}
