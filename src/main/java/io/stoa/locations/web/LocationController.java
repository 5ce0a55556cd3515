package io.stoa.locations.web;

import io.stoa.http.Etag;
import io.stoa.http.Problems;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.locations.Nearby;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

@RestController
@Tag(name = "Locations")
@RequestMapping("/api/v1/locations")
class LocationController {

    private final Locations locations;

    LocationController(Locations locations) {
        this.locations = locations;
    }

    @Operation(summary = "Locations by id, those that are shut too")
    @GetMapping
    @Nullable
    ResponseEntity<Page<Location>> list(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size,
            WebRequest request) {
        var rows = locations.all().stream()
                .filter(location -> location.id().value().compareTo(after) > 0)
                .limit(Page.clamp(size) + 1L)
                .toList();
        var page = Page.of(rows, Page.clamp(size), location -> location.id().value());
        return Etag.of(page).answer(request, () -> page);
    }

    @Operation(summary = "One location", description = "The ETag is its version: send it as If-Match with a change.")
    @GetMapping("/{id}")
    @Nullable
    ResponseEntity<Location> find(@PathVariable LocationId id, WebRequest request) {
        var found = locations.current(id)
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no location " + id + ".")));
        return Etag.version(found.version()).answer(request, found::value);
    }

    @Operation(summary = "Open stores nearest to a point, with kilometres as the crow flies")
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
