package io.stoa.purchasing;

import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;

/** When no more than {@code point} pieces are available and awaited at a place, a supplier is asked for those up to {@code upTo}. */
public record ReorderPoint(Sku sku, LocationId location, SupplierId supplier, int point, int upTo) {

    public ReorderPoint {
        if (point < 0 || upTo <= point || upTo > Quantity.UNITS_MAX) {
            throw new IllegalArgumentException("A reorder point is 0 or more, and one orders up to more than that");
        }
    }

    /** What runs short: what is available, what is on its way, and what stands in drafts already. */
    public record Shortage(ReorderPoint at, int available, int incoming, int drafted) {

        /** How many pieces are missing. */
        public int wanted() {
            return at.upTo - available - incoming - drafted;
        }

        boolean isShort() {
            return available + incoming + drafted <= at.point;
        }
    }
}
