package io.stoa.routing;

import io.stoa.locations.Capability;
import io.stoa.locations.Location;
import java.util.Optional;

/** What a place must be able to do at all; whatever fails is said. */
final class Filter {

    private Filter() {}

    /** Why the place cannot serve the route; empty when it can. */
    static Optional<Ground> refuses(Location place, Route route) {
        if (!place.hasStock()) {
            return Optional.of(new Ground.KeepsNoStock());
        }
        if (route.at() != null && !route.at().equals(place.id())) {
            return Optional.of(new Ground.NotChosen());
        }
        if (route.excluded().contains(place.id())) {
            return Optional.of(new Ground.Rejected());
        }
        return place.offers(capability(route.leaving()))
                ? Optional.empty()
                : Optional.of(lacks(place, route.leaving()));
    }

    private static Ground lacks(Location place, Route.Leaving leaving) {
        return place.open()
                ? new Ground.DoesNotOffer(capability(leaving))
                : new Ground.Shut();
    }

    private static Capability capability(Route.Leaving leaving) {
        return switch (leaving) {
            case SHIPPED -> Capability.SHIP;
            case COLLECTED -> Capability.PICKUP;
            case CARRIED -> Capability.SELL;
        };
    }
}
