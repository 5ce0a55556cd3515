package io.stoa.purchasing;

import io.stoa.shared.Expected;
import io.stoa.shared.Sku;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What of a purchase order came, by whoever saw the version that is expected: two who count the same delivery are told of each other. The
 * key makes repeating safe. More than was ordered is taken only if {@code over} says so.
 */
public record NewReceipt(String key, Expected seen, Map<Sku, Count> goods, boolean over) {

    public NewReceipt {
        goods = Collections.unmodifiableMap(new TreeMap<>(goods));
        if (goods.values().stream().allMatch(count -> count.came() == 0)) {
            throw new IllegalArgumentException("At least one piece came");
        }
    }

    Count of(Sku sku) {
        return Objects.requireNonNullElse(goods.get(sku), Count.NONE);
    }
}
