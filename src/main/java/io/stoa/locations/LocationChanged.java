package io.stoa.locations;

import io.stoa.shared.LocationId;

/** A location was opened, shut or described anew; ask {@link Locations} for what it is now. */
public record LocationChanged(LocationId location, Location.Kind kind, boolean open) {

    public static final String TYPE = "locations.location_changed";
}
