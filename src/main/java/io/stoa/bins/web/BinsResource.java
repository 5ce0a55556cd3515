package io.stoa.bins.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.bins.Bin;
import io.stoa.bins.Bins;
import io.stoa.bins.Found;
import io.stoa.http.PageSize;
import io.stoa.http.Problems;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import io.stoa.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where things are found, for those who print labels and move shelves. The last word holds. */
@RestController
@RequestMapping("/api/v1/bins/{location}")
@AllowedTo({Role.ASSOCIATE, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
@Tag(name = "Stock")
class BinsResource {

    private final Bins bins;

    BinsResource(Bins bins) {
        this.bins = bins;
    }

    /** What the label on the shelf says. */
    record BinBody(Bin bin) {}

    @Operation(summary = "Where things are found at a place, by SKU")
    @GetMapping
    Page<Found> list(
            @PathVariable LocationId location,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") PageSize size) {
        return bins.list(location, after, size.value());
    }

    @Operation(summary = "Says where a SKU is found at a place", description = "Pick lists are walked in the order of bins.")
    @PutMapping("/{sku}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable LocationId location, @PathVariable Sku sku, @RequestBody BinBody body, Caller caller) {
        put(sku, location, body.bin(), caller);
    }

    @Operation(summary = "It is found nowhere in particular")
    @DeleteMapping("/{sku}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable LocationId location, @PathVariable Sku sku, Caller caller) {
        put(sku, location, null, caller);
    }

    private void put(Sku sku, LocationId location, @Nullable Bin bin, Caller caller) {
        if (!bins.put(sku, location, bin, caller.touchpoint())) {
            throw Problems.refuse(Problems.notFound("There is no article " + sku + ", or no stock at " + location + "."));
        }
    }
}
