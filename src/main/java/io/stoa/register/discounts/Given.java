package io.stoa.register.discounts;

import io.stoa.orders.discounts.Discounts;
import io.stoa.page.Texts;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is taken off the basket in hand, each with a button that takes it back. {@code coupon} is its code. */
public record Given(List<Row> rows, @Nullable String coupon, List<Choice> reasons) {

    /** Off a SKU, or (null) off all of it. */
    public record Row(@Nullable String sku, String name) {}

    /** A reason and its word. */
    public record Choice(String value, String name) {}

    public Given {
        rows = List.copyOf(rows);
        reasons = List.copyOf(reasons);
    }

    private static String word(String reason) {
        return reason.equals(DiscountForm.OTHER) ? "till.discount.other" : "discount." + reason;
    }

    public static Given of(Discounts discounts, Texts texts) {
        var rows = new ArrayList<Row>();
        for (var one : discounts.given()) {
            Sku sku = one.sku();
            rows.add(new Row(sku == null ? null : sku.value(), Off.name(one.cut(), texts)));
        }
        var coupon = discounts.coupon();
        return new Given(
                rows,
                coupon == null ? null : coupon.value(),
                DiscountForm.REASONS.stream()
                        .map(reason -> new Choice(reason, texts.get(word(reason))))
                        .toList());
    }
}
