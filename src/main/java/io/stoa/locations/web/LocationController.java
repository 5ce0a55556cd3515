package io.stoa.locations.web;

import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.locations.Nearby;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/locations")
class LocationController {

    private final Locations locations;

    LocationController(Locations locations) {
        this.locations = locations;
    }

    /** Locations by id. */
    @GetMapping
    Page<Location> list(@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int size) {
        var rows = locations.all().stream()
                .filter(location -> location.id().value().compareTo(after) > 0)
                .limit(Page.clamp(size) + 1L)
                .toList();
        return Page.of(rows, Page.clamp(size), location -> location.id().value());
    }

    @GetMapping("/{id}")
    ResponseEntity<Location> find(@PathVariable LocationId id) {
        return ResponseEntity.of(locations.find(id));
    }

    /** Open stores nearest to a point, with kilometres as the crow flies. */
    @GetMapping("/nearest")
    List<Nearby> nearest(
            @RequestParam double latitude,
            @RequestParam double longitude,
            @RequestParam(defaultValue = "10") int size) {
        return locations.nearest(
                new Coordinates(latitude, longitude),
                Page.clamp(size),
                location -> location.open() && location.kind() == Location.Kind.STORE);
    }
}
