package io.stoa.shop;

import io.stoa.page.Picture;
import io.stoa.page.Texts;
import io.stoa.pricing.Cut.Taken;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cart as it is shown: priced lines, the sums, and what stands in the way. */
public record Basket(
        List<Line> lines,
        List<Sum> sums,
        String total,
        @Nullable Coupon coupon,
        @Nullable String problem) {

    public Basket {
        lines = List.copyOf(lines);
        sums = List.copyOf(sums);
    }

    /** One article in the cart; the problem says what to do about it. */
    public record Line(
            String sku,
            String href,
            String title,
            @Nullable String variant,
            int quantity,
            @Nullable String price,
            @Nullable String sum,
            Picture picture,
            @Nullable String problem) {}

    /** The coupon on the cart, and why it takes nothing off, if so. */
    public record Coupon(String code, @Nullable String problem) {}

    /** One addend of the total. */
    public record Sum(String name, String amount) {

        /** What is taken off, and why. */
        static Sum off(Taken taken, Texts texts) {
            var note = Objects.requireNonNullElse(taken.cut().note(), "");
            return new Sum(
                    texts.get("discount." + taken.cut().reason(), note),
                    texts.money(taken.amount().negated()));
        }
    }

    public boolean empty() {
        return lines.isEmpty();
    }
}
