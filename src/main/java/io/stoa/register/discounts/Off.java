package io.stoa.register.discounts;

import io.stoa.page.Texts;
import io.stoa.pricing.Cut;
import io.stoa.pricing.Cut.Taken;
import io.stoa.register.Basket;
import java.util.Objects;

/** Says what was taken off and why, as baskets and receipts do. */
public final class Off {

    private Off() {}

    public static Basket.Sum sum(Taken taken, Texts texts) {
        return new Basket.Sum(
                name(taken.cut(), texts), texts.money(taken.amount().negated()));
    }

    /** For example {@code Damaged, 10%}; of a coupon its code. */
    public static String name(Cut cut, Texts texts) {
        var why = texts.get("discount." + cut.reason(), Objects.requireNonNullElse(cut.note(), ""));
        return cut.percent() == null ? why : why + ", " + texts.share(cut.percent());
    }
}
