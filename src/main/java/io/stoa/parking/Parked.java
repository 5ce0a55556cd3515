package io.stoa.parking;

import io.stoa.orders.CartId;
import io.stoa.shared.CustomerId;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A basket put aside: its cart, how many pieces of what go home by post, who buys, and by whom it was put aside or changed last. */
public record Parked(
        ParkedId id,
        LocationId location,
        String name,
        CartId cart,
        int pieces,
        Map<Sku, Integer> home,
        @Nullable CustomerId customer,
        State state,
        long version,
        String parkedBy,
        Instant parkedAt,
        String changedBy,
        Instant changedAt) {

    private static final int NAME_MAX = 60;

    /** What became of it. */
    public enum State {
        PARKED,
        RECALLED,
        DISCARDED
    }

    public Parked {
        home = Map.copyOf(home);
    }

    /** A name as somebody typed it, cut to what fits; empty when there is none. */
    public static String name(String typed) {
        var clean = typed.strip();
        return clean.substring(0, Math.min(NAME_MAX, clean.length())).strip();
    }
}
