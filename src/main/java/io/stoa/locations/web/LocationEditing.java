package io.stoa.locations.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Precondition;
import io.stoa.http.Problems;
import io.stoa.locations.Address;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.locations.OpeningHours;
import io.stoa.shared.Expected;
import io.stoa.shared.LocationId;
import io.stoa.shared.Saved;
import io.stoa.shared.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Locations as those who run them change them: whole, or only their opening hours or services. */
@RestController
@RequestMapping("/api/v1/locations/{id}")
@AllowedTo({Role.MANAGER, Role.ADMIN})
@Tag(name = "Locations")
class LocationEditing {

    private final Locations locations;

    LocationEditing(Locations locations) {
        this.locations = locations;
    }

    /** A location without its id; it is open when nothing else is said. */
    record LocationBody(
            String name,
            Location.Kind kind,
            @Nullable Address address,
            @Nullable Coordinates coordinates,
            ZoneId zone,
            OpeningHours hours,
            Set<Capability> services,
            String group,
            @Nullable Boolean open) {

        LocationBody {
            var ignored = new Location(
                    new LocationId("checked"), name, kind, address, coordinates, zone, hours, services, group, true);
        }

        Location location(LocationId id) {
            return new Location(
                    id, name, kind, address, coordinates, zone, hours, services, group, !Boolean.FALSE.equals(open));
        }
    }

    /** Written as {@code Mo-Fr 09:00-18:00; Sa 10:00-14:00; 2026-12-25 off}, or {@code 24/7}. */
    record HoursBody(OpeningHours hours) {}

    record ServicesBody(Set<Capability> services) {}

    @Operation(
            summary = "Adds or replaces a location",
            description = "Send the ETag as If-Match to replace it. Opening hours are written as 'Mo-Fr 09:00-18:00; 2026-12-25 off'.")
    @PutMapping
    ResponseEntity<?> put(
            @PathVariable LocationId id,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Precondition.IF_NONE_MATCH, required = false) @Nullable String ifNoneMatch,
            @RequestBody LocationBody body,
            Caller caller) {
        var said = Precondition.of(ifMatch, ifNoneMatch);
        var location = body.location(id);
        return said.answer(locations.save(location, said.expected(), caller.touchpoint()), () -> location);
    }

    @Operation(
            summary = "Changes when a location is open",
            description = "If-Match takes the ETag of the location. Written as 'Mo-Fr 09:00-18:00; 2026-12-25 off', or 24/7.")
    @PutMapping("/opening-hours")
    ResponseEntity<?> hours(
            @PathVariable LocationId id,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody HoursBody body,
            Caller caller) {
        return change(id, Precondition.of(ifMatch, null), caller, old -> old.with(body.hours()));
    }

    @Operation(summary = "Changes what a location does for customers", description = "If-Match takes the ETag of the location.")
    @PutMapping("/services")
    ResponseEntity<?> services(
            @PathVariable LocationId id,
            @RequestHeader(name = Precondition.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ServicesBody body,
            Caller caller) {
        return change(id, Precondition.of(ifMatch, null), caller, old -> offering(old, body.services()));
    }

    private static Location offering(Location old, Set<Capability> services) {
        try {
            return old.with(services);
        } catch (IllegalArgumentException refused) {
            throw Problems.refuse(Problems.invalid("services", refused.getMessage() + "."));
        }
    }

    /** What was read is what is changed: another change in between is found out by the version. */
    private ResponseEntity<?> change(
            LocationId id, Precondition said, Caller caller, UnaryOperator<Location> change) {
        Versioned<Location> there = locations.current(id)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no location " + id + ".")));
        if (!said.expected().holds(there.version())) {
            return said.answer(new Saved.Stale(), there::value);
        }
        var changed = change.apply(there.value());
        var saved = locations.save(changed, new Expected.Version(Set.of(there.version())), caller.touchpoint());
        return said.answer(saved, () -> changed);
    }
}
