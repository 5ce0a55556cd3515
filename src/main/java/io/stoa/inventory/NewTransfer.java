package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Goods that are to leave for another location. The key makes repeating safe; 1 to {@value #LINES_MAX} SKUs. */
public record NewTransfer(String key, LocationId from, LocationId to, Map<Sku, Quantity> goods) {

    public static final int LINES_MAX = 500;

    public NewTransfer {
        goods = Collections.unmodifiableMap(new TreeMap<>(goods));
        if (from.equals(to)) {
            throw new IllegalArgumentException("A transfer goes to another location");
        }
        if (goods.isEmpty() || goods.size() > LINES_MAX) {
            throw new IllegalArgumentException("A transfer has 1 to 500 SKUs");
        }
    }

    int pieces(Sku sku) {
        var quantity = goods.get(sku);
        return quantity == null ? 0 : quantity.units();
    }
}
