package io.stoa.locations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.stoa.shared.LocationId;
import java.text.Collator;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place that keeps or sells goods. {@code group} says which prices and taxes hold there, such as {@code us}; {@code open}
 * is false for a place that is shut for good or for now, whatever its opening hours say.
 */
public record Location(
        LocationId id,
        String name,
        Kind kind,
        @Nullable Address address,
        @Nullable Coordinates coordinates,
        ZoneId zone,
        OpeningHours hours,
        Set<Capability> services,
        String group,
        boolean open) {

    /** What sort of place it is; the web has no stock of its own. */
    public enum Kind {
        STORE,
        WAREHOUSE,
        WEB
    }

    private static final int NAME_MAX = 100;
    private static final int GROUP_MAX = 40;

    public Location {
        services = Set.copyOf(services);
        if (name.isBlank() || name.length() > NAME_MAX) {
            throw new IllegalArgumentException("The name of a location has 1 to 100 characters");
        }
        if (group.isBlank() || group.length() > GROUP_MAX) {
            throw new IllegalArgumentException("The group of a location has 1 to 40 characters");
        }
        if (kind == Kind.WEB && services.contains(Capability.PICKUP)) {
            throw new IllegalArgumentException("Nobody collects goods from the web");
        }
    }

    /** The same place with other opening hours. */
    public Location with(OpeningHours other) {
        return new Location(id, name, kind, address, coordinates, zone, other, services, group, open);
    }

    /** The same place with other services. */
    public Location with(Set<Capability> other) {
        return new Location(id, name, kind, address, coordinates, zone, hours, other, group, open);
    }

    /** Where to go within its country, in one line; empty where no address is known. */
    public String street(Locale reader) {
        return address == null ? "" : address.street(reader);
    }

    /** By their names, as people look them up: São Paulo stands before Seattle. */
    public static Comparator<Location> byName() {
        return Comparator.comparing(Location::name, Collator.getInstance(Locale.ROOT));
    }

    public boolean offers(Capability capability) {
        return open && services.contains(capability);
    }

    /** Whether goods lie here at all. */
    @JsonIgnore
    public boolean hasStock() {
        return kind != Kind.WEB;
    }

    /** Whether its doors are open at that moment, by its own clock. */
    public boolean isOpen(Instant moment) {
        return open && hours.isOpen(moment, zone);
    }

    /** That moment if its doors are open then, else when they open next; empty if not within {@value OpeningHours#DAYS_AHEAD} days. */
    public Optional<Instant> nextOpening(Instant moment) {
        return open ? hours.nextOpening(moment, zone) : Optional.empty();
    }
}
