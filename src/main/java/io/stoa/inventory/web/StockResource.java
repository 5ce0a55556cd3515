package io.stoa.inventory.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.http.Problems;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.shared.LocationId;
import io.stoa.shared.Page;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock by location and by SKU, and what comes in, is counted or is found damaged. A movement's id makes repeating safe. */
@RestController
@Tag(name = "Stock")
@RequestMapping("/api/v1/stock")
@AllowedTo({Role.ASSOCIATE, Role.AGENT, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class StockResource {

    private static final int MOVEMENTS_MAX = 1_000;

    /** Sales and returns come from orders, transfers have a resource of their own; nobody states them here. */
    private static final Set<MovementKind> BY_HAND =
            EnumSet.of(MovementKind.RECEIVED, MovementKind.COUNTED, MovementKind.DAMAGED);

    private final Inventory inventory;

    StockResource(Inventory inventory) {
        this.inventory = inventory;
    }

    record Moved(int recorded) {}

    record Safety(int pieces) {
        Safety {
            if (pieces < 0 || pieces > Quantity.UNITS_MAX) {
                throw new IllegalArgumentException("Safety stock is 0 to 100000 pieces");
            }
        }
    }

    @Operation(summary = "The counters at one location, by SKU")
    @GetMapping
    Page<Availability> at(
            @RequestParam LocationId location,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size) {
        return inventory.at(location, after, size);
    }

    @Operation(summary = "The counters of one SKU wherever it lies")
    @GetMapping("/{sku}")
    List<Availability> of(@PathVariable Sku sku) {
        return inventory.availability(List.of(sku)).getOrDefault(sku, List.of());
    }

    @Operation(
            summary = "Receives, counts or writes off goods, all or none",
            description = "Each movement has an id of yours that makes repeating safe. Answers how many were new.")
    @PostMapping("/movements")
    @AllowedTo({Role.ASSOCIATE, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    Moved move(@RequestBody List<Movement> movements, Caller caller) {
        if (movements.isEmpty() || movements.size() > MOVEMENTS_MAX) {
            throw Problems.refuse(
                    Problems.invalid("movements", "Send 1 to %d movements at once.".formatted(MOVEMENTS_MAX)));
        }
        if (movements.stream().anyMatch(movement -> !BY_HAND.contains(movement.kind()))) {
            throw Problems.refuse(Problems.invalid("kind", "Sales and returns come from orders, transfers from /api/v1/transfers. Choose one of " + BY_HAND + "."));
        }
        try {
            return new Moved(inventory.move(movements, caller.touchpoint()));
        } catch (Inventory.NotOnHand refused) {
            throw Problems.refuse(Problems.conflict("not-on-hand", refused.getMessage() + ". Count first.", Map.of()));
        }
    }

    @Operation(
            summary = "Keeps so many pieces out of what may be promised",
            description = "A number of its own that no sale changes, so that no version is asked for: the last one wins.")
    @PutMapping("/{sku}/{location}/safety")
    @AllowedTo({Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    Safety keep(@PathVariable Sku sku, @PathVariable LocationId location, @RequestBody Safety safety, Caller caller) {
        inventory.setSafety(sku, location, safety.pieces(), caller.touchpoint());
        return safety;
    }
}
