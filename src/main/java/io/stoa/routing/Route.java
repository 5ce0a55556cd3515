package io.stoa.routing;

import io.stoa.locations.Coordinates;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to be routed: the lines, how they leave, the place when the customer chose one, where they go when that is known,
 * and places to leave out, such as a store that rejected the work.
 *
 * @param order what a plan asks about the order that they are of; null where there is none yet
 */
public record Route(
        List<Line> lines,
        Leaving leaving,
        @Nullable LocationId at,
        @Nullable Coordinates destination,
        Set<LocationId> excluded,
        @Nullable Order order) {

    public Route(
            List<Line> lines,
            Leaving leaving,
            @Nullable LocationId at,
            @Nullable Coordinates destination,
            Set<LocationId> excluded) {
        this(lines, leaving, at, destination, excluded, null);
    }

    public Route {
        if (lines.stream().map(Line::sku).distinct().count() != lines.size()) {
            throw new IllegalArgumentException("Lines of one SKU are added up before they are routed");
        }
    }

    /** Collected at the store that the customer chose. */
    public static Route collected(List<Line> lines, LocationId store) {
        return new Route(lines, Leaving.COLLECTED, store, null, Set.of());
    }

    /** Carried away from where it is bought. */
    public static Route carried(List<Line> lines, LocationId store) {
        return new Route(lines, Leaving.CARRIED, store, null, Set.of());
    }

    /** The door that it came through, the country that it goes to, what all of it costs, and when a place is sought for it. */
    public record Order(Channel door, String country, Money worth, Instant at) {}

    /** So many pieces of one SKU. */
    public record Line(int number, Sku sku, Quantity quantity) {}

    /** How goods leave a location. */
    public enum Leaving {
        SHIPPED,
        COLLECTED,
        CARRIED
    }
}
