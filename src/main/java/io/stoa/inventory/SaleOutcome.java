package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;

/** What came of handing promised pieces over to the customer. */
public sealed interface SaleOutcome {

    /** They have left, now or by the same request before. */
    record Sold() implements SaleOutcome {}

    /** Not all of them were allocated to this owner; nothing has changed. */
    record NotPromised() implements SaleOutcome {}

    /** By the count only so many pieces of this are there; nothing has changed, and the promise stands. */
    record NotThere(Sku sku, LocationId location, int onHand) implements SaleOutcome {}
}
