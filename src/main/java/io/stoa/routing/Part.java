package io.stoa.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stoa.routing.Route.Leaving;
import io.stoa.shared.LocationId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one location contributes.
 *
 * @param leaving how it leaves, where the parts of one order leave in different ways; null when all leave as the order does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Part(LocationId location, List<Piece> lines, @Nullable Leaving leaving) {

    /** So many pieces for one line, perhaps not all of it. */
    public record Piece(int line, Sku sku, Quantity quantity) {}

    public Part(LocationId location, List<Piece> lines) {
        this(location, lines, null);
    }

    /** The same place and way with other pieces. */
    public Part with(List<Piece> others) {
        return new Part(location, others, leaving);
    }
}
