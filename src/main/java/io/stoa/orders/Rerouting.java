package io.stoa.orders;

import io.stoa.inventory.Inventory;
import io.stoa.routing.Decision.Routed;
import io.stoa.routing.Part;
import io.stoa.routing.Route;
import io.stoa.routing.Routing;
import io.stoa.routing.StockView;
import io.stoa.shared.LocationId;
import io.stoa.shared.Touchpoint;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds another place for pieces that a place rejected, and promises them there, in the caller's transaction. */
@Component
class Rerouting {

    private static final int ATTEMPTS_MAX = 3;

    private final Routing routing;
    private final Inventory inventory;

    Rerouting(Routing routing, Inventory inventory) {
        this.routing = routing;
        this.inventory = inventory;
    }

    /** Where the pieces could come from instead, or null when nobody has them. Places that rejected are left out. */
    @Nullable
    Routed find(OrderTable.Changed order, Part rejected, Set<LocationId> without) {
        var excluded = new HashSet<>(without);
        excluded.add(rejected.location());
        var lines = rejected.lines().stream()
                .map(piece -> new Route.Line(piece.line(), piece.sku(), piece.quantity()))
                .toList();
        var skus = rejected.lines().stream().map(Part.Piece::sku).collect(Collectors.toSet());
        var stock = new StockView(inventory.availability(skus).values());
        return routing.decide(new Route(lines, leaving(order), null, null, excluded), stock) instanceof Routed routed
                ? routed
                : null;
    }

    /** Promises the pieces there, or, when they were sold meanwhile, where they are now; null when they are nowhere. */
    @Nullable
    Routed promise(
            @Nullable Routed first,
            OrderTable.Changed order,
            Part rejected,
            Set<LocationId> without,
            Touchpoint touchpoint) {
        var found = first;
        for (int attempt = 1; found != null && attempt <= ATTEMPTS_MAX; attempt++) {
            if (inventory.allocateMore(order.id(), Parts.demands(found.parts()), touchpoint)) {
                return found;
            }
            found = find(order, rejected, without);
        }
        return null;
    }

    /** What was to be collected at one store is sent from another: the customer shall not have to travel. */
    private static Route.Leaving leaving(OrderTable.Changed order) {
        return order.delivery().equals("TAKE_AWAY") ? Route.Leaving.CARRIED : Route.Leaving.SHIPPED;
    }
}
