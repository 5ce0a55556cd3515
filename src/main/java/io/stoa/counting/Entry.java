package io.stoa.counting;

import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;

/** So many pieces of an article lie there now. The key makes repeating safe; another key for the same article counts it again. */
public record Entry(String key, Sku sku, int pieces) {

    public Entry {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("A key has 1 to 200 characters");
        }
        if (pieces < 0 || pieces > Quantity.UNITS_MAX) {
            throw new IllegalArgumentException("0 to 100000 pieces are counted");
        }
    }
}
