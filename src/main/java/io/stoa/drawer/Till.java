package io.stoa.drawer;

import io.stoa.access.Caller;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;
import java.util.Optional;

/** One till of a store, by the name that its browser was given, such as {@code Till 1}. */
public record Till(LocationId location, String name) {

    public Till {
        if (!Caller.isDevice(name)) {
            throw new IllegalArgumentException("A till has a name of 1 to 40 letters and digits");
        }
    }

    /** Where somebody acts who said at which till. */
    public static Optional<Till> of(Touchpoint touchpoint) {
        var location = touchpoint.location();
        var device = touchpoint.device();
        return location == null || device == null ? Optional.empty() : Optional.of(new Till(location, device));
    }

    public String key() {
        return location + "/" + name;
    }
}
