package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.util.List;

/** What a comparison of counters with movements and holds found; {@code compared} rows were looked at. */
public record Reconciliation(long compared, List<Difference> differences) {

    /** A counter that is not what its movements or holds say. */
    public record Difference(Sku sku, LocationId location, String counter, long is, long shouldBe) {}

    public boolean clean() {
        return differences.isEmpty();
    }
}
