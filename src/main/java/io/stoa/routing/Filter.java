package io.stoa.routing;

import io.stoa.locations.Capability;
import io.stoa.locations.Location;
import java.util.Optional;

/** What a place must be able to do at all; whatever fails is said in words. */
final class Filter {

    private Filter() {}

    /** Why the place cannot serve the route; empty when it can. */
    static Optional<String> refuses(Location place, Route route) {
        if (!place.hasStock()) {
            return Optional.of("keeps no stock");
        }
        if (route.at() != null && !route.at().equals(place.id())) {
            return Optional.of("the customer chose another place");
        }
        if (route.excluded().contains(place.id())) {
            return Optional.of("rejected this work");
        }
        return place.offers(capability(route.leaving()))
                ? Optional.empty()
                : Optional.of(lacks(place, route.leaving()));
    }

    private static String lacks(Location place, Route.Leaving leaving) {
        return place.open()
                ? "does not offer " + capability(leaving).name().toLowerCase(java.util.Locale.ROOT)
                : "is shut";
    }

    private static Capability capability(Route.Leaving leaving) {
        return switch (leaving) {
            case SHIPPED -> Capability.SHIP;
            case COLLECTED -> Capability.PICKUP;
            case CARRIED -> Capability.SELL;
        };
    }
}
