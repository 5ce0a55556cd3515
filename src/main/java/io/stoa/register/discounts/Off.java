package io.stoa.register.discounts;

import io.stoa.page.Texts;
import io.stoa.pricing.Cut;
import io.stoa.pricing.Cut.Taken;
import io.stoa.register.Basket;
import java.text.NumberFormat;
import java.util.Objects;

/** Says what was taken off and why, as baskets and receipts do. */
public final class Off {

    private static final double WHOLE = 10_000;

    private Off() {}

    public static Basket.Sum sum(Taken taken, Texts texts) {
        return new Basket.Sum(
                name(taken.cut(), texts), texts.money(taken.amount().negated()));
    }

    /** For example {@code Damaged, 10%}; of a coupon its code. */
    public static String name(Cut cut, Texts texts) {
        var why = texts.get("discount." + cut.reason(), Objects.requireNonNullElse(cut.note(), ""));
        return cut.percent() == null ? why : why + ", " + percent(cut.percent(), texts);
    }

    private static String percent(long basisPoints, Texts texts) {
        var format = NumberFormat.getPercentInstance(texts.locale());
        format.setMaximumFractionDigits(2);
        return format.format(basisPoints / WHOLE);
    }
}
