package io.stoa.register.stores;

import io.stoa.access.Caller;
import io.stoa.locations.Capability;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.shared.LocationId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The stores that have a till, and at which of them the caller stands. */
@Component
public class Stores {

    private final Locations locations;

    Stores(Locations locations) {
        this.locations = locations;
    }

    public List<Location> all() {
        return locations.all().stream()
                .filter(Stores::hasTill)
                .sorted(Location.byName())
                .toList();
    }

    public Optional<Location> find(LocationId id) {
        return locations.find(id).filter(Stores::hasTill);
    }

    /** Where the caller stands; when that is not known, {@link StorePage} asks. */
    public Location at(Caller caller) {
        return of(caller).orElseThrow(NoStore::new);
    }

    public Optional<Location> of(Caller caller) {
        return Optional.ofNullable(caller.location()).flatMap(this::find);
    }

    /** Nobody has said yet in which store this till stands. */
    public static final class NoStore extends RuntimeException {
        NoStore() {
            super("No store is chosen");
        }
    }

    private static boolean hasTill(Location location) {
        return location.hasStock() && location.offers(Capability.SELL);
    }
}
