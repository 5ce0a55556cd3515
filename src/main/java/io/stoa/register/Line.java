package io.stoa.register;

import io.stoa.orders.CartView;
import io.stoa.register.Basket.Way;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;

/** So many pieces of a SKU that leave the same way. A SKU has up to two of them in a basket. */
record Line(Sku sku, Way way, int pieces) {

    boolean is(Sku other, Way otherWay) {
        return sku.equals(other) && way == otherWay;
    }

    CartView.Line ordered() {
        return new CartView.Line(sku, Quantity.of(pieces));
    }
}
