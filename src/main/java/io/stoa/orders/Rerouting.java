package io.stoa.orders;

import io.stoa.inventory.Inventory;
import io.stoa.routing.Decision.Routed;
import io.stoa.routing.Part;
import io.stoa.routing.Route;
import io.stoa.routing.Routing;
import io.stoa.routing.StockView;
import io.stoa.shared.Touchpoint;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds another place for pieces that a place rejected, and promises them there, in the caller's transaction. */
@Component
class Rerouting {

    private final Routing routing;
    private final Inventory inventory;

    Rerouting(Routing routing, Inventory inventory) {
        this.routing = routing;
        this.inventory = inventory;
    }

    /** Where the pieces are promised now, or null when nobody has them. A place that rejected is left out. */
    @Nullable Routed elsewhere(OrderTable.Changed order, Part rejected, Touchpoint touchpoint) {
        var route = new Route(
                rejected.lines().stream()
                        .map(piece -> new Route.Line(piece.line(), piece.sku(), piece.quantity()))
                        .toList(),
                leaving(order),
                null,
                null,
                Set.of(rejected.location()));
        var skus = rejected.lines().stream().map(Part.Piece::sku).collect(Collectors.toSet());
        var stock = new StockView(inventory.availability(skus).values());
        return routing.decide(route, stock) instanceof Routed routed && hold(order, routed, touchpoint) ? routed : null;
    }

    private boolean hold(OrderTable.Changed order, Routed routed, Touchpoint touchpoint) {
        return inventory.allocateMore(order.id(), Parts.demands(routed.parts()), touchpoint);
    }

    /** What was to be collected at one store is sent from another: the customer shall not have to travel. */
    private static Route.Leaving leaving(OrderTable.Changed order) {
        return order.delivery().equals("TAKE_AWAY") ? Route.Leaving.CARRIED : Route.Leaving.SHIPPED;
    }
}
