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
import io.stoa.shared.Sku;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock by location and by SKU, and what comes in, is counted or is found damaged. A movement's id makes repeating safe. */
@RestController
@RequestMapping("/api/v1/stock")
@AllowedTo({Role.ASSOCIATE, Role.AGENT, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
class StockResource {

    private static final int MOVEMENTS_MAX = 1_000;

    /** Sales and returns come from orders; nobody states them here. */
    private static final Set<MovementKind> BY_HAND = Set.of(
            MovementKind.RECEIVED,
            MovementKind.COUNTED,
            MovementKind.DAMAGED,
            MovementKind.TRANSFERRED_IN,
            MovementKind.TRANSFERRED_OUT);

    private final Inventory inventory;

    StockResource(Inventory inventory) {
        this.inventory = inventory;
    }

    record Moved(int recorded) {}

    /** The counters at one location, by SKU. */
    @GetMapping
    Page<Availability> at(
            @RequestParam LocationId location,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int size) {
        return inventory.at(location, after, size);
    }

    /** The counters of one SKU wherever it lies. */
    @GetMapping("/{sku}")
    List<Availability> of(@PathVariable Sku sku) {
        return inventory.availability(List.of(sku)).getOrDefault(sku, List.of());
    }

    /** Records movements, all or none. Answers how many were new. */
    @PostMapping("/movements")
    @AllowedTo({Role.ASSOCIATE, Role.MERCHANDISER, Role.MANAGER, Role.ADMIN})
    Moved move(@RequestBody List<Movement> movements, Caller caller) {
        if (movements.isEmpty() || movements.size() > MOVEMENTS_MAX) {
            throw Problems.refuse(
                    Problems.invalid("movements", "Send 1 to %d movements at once.".formatted(MOVEMENTS_MAX)));
        }
        if (movements.stream().anyMatch(movement -> !BY_HAND.contains(movement.kind()))) {
            throw Problems.refuse(Problems.invalid("kind", "Sales and returns come from orders. Choose one of " + BY_HAND + "."));
        }
        return new Moved(inventory.move(movements, caller.touchpoint()));
    }
}
