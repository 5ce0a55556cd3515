package io.stoa.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores to choose from, nearest first where the visitor's place is known. */
public record Places(
        List<Place> stores, String postcode, @Nullable String error, boolean postcodesKnown, String back) {

    public Places {
        stores = List.copyOf(stores);
    }

    /** One store: where, until when it is open, how far. */
    public record Place(
            String id,
            String name,
            String address,
            String hours,
            @Nullable String distance,
            boolean mine) {}
}
