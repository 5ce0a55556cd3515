package io.stoa.inventory;

import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods that left one location for another, and what of them arrived. */
public record Transfer(
        TransferId id,
        LocationId from,
        LocationId to,
        State state,
        Instant sentAt,
        @Nullable Instant receivedAt,
        List<Line> lines) {

    /** Where the goods are. */
    public enum State {
        /** On the way: promised to nobody, neither where they left nor where they are expected. */
        SENT,
        /** There, and counted. */
        RECEIVED
    }

    /** So many pieces left; {@code received} is null until somebody has counted what arrived. */
    public record Line(Sku sku, int sent, @Nullable Integer received) {}

    public Transfer {
        lines = List.copyOf(lines);
    }
}
