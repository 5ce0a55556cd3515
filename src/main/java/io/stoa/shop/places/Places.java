package io.stoa.shop.places;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores to choose from, nearest first where the visitor's place is known, and where they lie on the map. */
public record Places(List<Place> stores, String near, @Nullable String error, String back, @Nullable Chart chart) {

    public Places {
        stores = List.copyOf(stores);
    }

    /** Whether they are sorted by a place that the visitor named before and not now. */
    public boolean remembers() {
        return near.isEmpty() && stores.stream().anyMatch(store -> store.distance() != null);
    }

    /** One store: where, until when it is open, what it offers, how far. */
    public record Place(
            String id,
            String name,
            String address,
            String hours,
            boolean open,
            List<String> offers,
            @Nullable String distance,
            boolean mine) {
        public Place {
            offers = List.copyOf(offers);
        }
    }

    /** A store by itself, with its hours of the days to come and the way there. */
    public record One(Place place, List<Day> days, @Nullable String way) {
        public One {
            days = List.copyOf(days);
        }
    }

    /** What a door does on one day. */
    public record Day(String name, String hours, boolean today) {}
}
