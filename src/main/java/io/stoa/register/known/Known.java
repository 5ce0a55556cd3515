package io.stoa.register.known;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer at a glance: what waits here, what they bought last, and where they buy mostly. */
public record Known(List<Pickup> pickups, List<Purchase> purchases, @Nullable String mostly) {

    public Known {
        pickups = List.copyOf(pickups);
        purchases = List.copyOf(purchases);
    }

    /** An order that waits to be collected in this store. */
    public record Pickup(String shipment, String order, int pieces) {}

    /** One order of any door. */
    public record Purchase(String order, String day, String where, int pieces, String total, boolean off) {}
}
