package io.stoa.purchasing;

import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Goods that a supplier is to be asked for. The key makes repeating safe; 1 to {@value #LINES_MAX} SKUs. */
public record NewPurchaseOrder(
        String key,
        SupplierId supplier,
        LocationId location,
        Currency currency,
        @Nullable LocalDate expected,
        Map<Sku, Wanted> goods) {

    public static final int LINES_MAX = 500;

    /** So many pieces, at so much each in the smallest unit of the currency, if that is known. */
    public record Wanted(Quantity quantity, @Nullable Long cost) {

        private static final long COST_MAX = 1_000_000_000;

        public Wanted {
            if (cost != null && (cost < 0 || cost > COST_MAX)) {
                throw new IllegalArgumentException("A piece costs 0 to 1000000000 of the smallest unit");
            }
        }
    }

    public NewPurchaseOrder {
        goods = Collections.unmodifiableMap(new TreeMap<>(goods));
        if (goods.isEmpty() || goods.size() > LINES_MAX) {
            throw new IllegalArgumentException("A purchase order has 1 to 500 SKUs");
        }
    }
}
