package io.stoa.routing;

import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.List;

/** What one location contributes. */
public record Part(LocationId location, List<Piece> lines) {

    /** So many pieces for one line, perhaps not all of it. */
    public record Piece(int line, Sku sku, Quantity quantity) {}
}
