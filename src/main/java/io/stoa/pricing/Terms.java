package io.stoa.pricing;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All price lists, first choice first, and all tax rates. */
record Terms(List<PriceList> lists, Map<TaxKey, TaxRate> taxes) {

    /** What a category without a rate of its own pays. */
    static final String STANDARD = "standard";

    record TaxKey(String group, String category) {}

    Terms {
        lists = lists.stream().sorted(PriceList.FIRST_CHOICE).toList();
        taxes = Map.copyOf(taxes);
    }

    List<PriceList> holding(Currency currency, String group, Instant now) {
        return lists.stream().filter(list -> list.holds(currency, group, now)).toList();
    }

    @Nullable
    TaxRate tax(String group, String category) {
        var own = taxes.get(new TaxKey(group, category));
        return own != null ? own : taxes.get(new TaxKey(group, STANDARD));
    }
}
