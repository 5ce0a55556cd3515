package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;

/** Whether a promise could be made. */
public sealed interface Admission {

    /** All demands are held. */
    record Held() implements Admission {}

    /** Nothing is held: of this SKU only so many pieces were left there. */
    record TooFew(Sku sku, LocationId location, int available) implements Admission {}
}
