package io.stoa.register;

import io.stoa.access.Caller;
import io.stoa.locations.Capability;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.shared.LocationId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The stores that have a till, and at which of them the caller stands. */
@Component
class Stores {

    private final Locations locations;

    Stores(Locations locations) {
        this.locations = locations;
    }

    List<Location> all() {
        return locations.all().stream()
                .filter(Stores::hasTill)
                .sorted(Comparator.comparing(Location::name))
                .toList();
    }

    Optional<Location> find(LocationId id) {
        return locations.find(id).filter(Stores::hasTill);
    }

    /** Where the caller stands; when that is not known, {@link StorePage} asks. */
    Location at(Caller caller) {
        return of(caller).orElseThrow(NoStore::new);
    }

    Optional<Location> of(Caller caller) {
        return Optional.ofNullable(caller.location()).flatMap(this::find);
    }

    /** Nobody has said yet in which store this till stands. */
    static final class NoStore extends RuntimeException {
        NoStore() {
            super("No store is chosen");
        }
    }

    private static boolean hasTill(Location location) {
        return location.hasStock() && location.offers(Capability.SELL);
    }
}
