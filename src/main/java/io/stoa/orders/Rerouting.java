package io.stoa.orders;

import io.stoa.inventory.Inventory;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.views.OrderView;
import io.stoa.routing.Decision.Routed;
import io.stoa.routing.Part;
import io.stoa.routing.Route;
import io.stoa.routing.Route.Leaving;
import io.stoa.routing.Routing;
import io.stoa.routing.StockView;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds another place for pieces that a place rejected, and promises them there, in the caller's transaction. */
@Component
class Rerouting {

    private static final int ATTEMPTS_MAX = 3;

    /** Further than this nobody goes for what they wanted to collect around the corner. */
    private static final double NEAR_KILOMETRES = 30;

    private final Routing routing;
    private final Inventory inventory;
    private final Locations locations;
    private final OrderViews views;
    private final Clock clock;

    Rerouting(Routing routing, Inventory inventory, Locations locations, OrderViews views, Clock clock) {
        this.routing = routing;
        this.inventory = inventory;
        this.locations = locations;
        this.views = views;
        this.clock = clock;
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
        var leaving = leaving(order, rejected);
        boolean collected = leaving == Leaving.COLLECTED;
        return routing.decide(route(order, rejected, lines, leaving, excluded), stock) instanceof Routed routed
                        && (!collected || isOneStoreNear(routed, excluded))
                ? said(order, routed, leaving)
                : null;
    }

    /** Near the store that was chosen, or where what is sent goes, if anybody knows where that lies. */
    private Route route(
            OrderTable.Changed order, Part rejected, List<Route.Line> lines, Leaving leaving, Set<LocationId> excluded) {
        if (leaving == Leaving.COLLECTED) {
            return new Route(lines, leaving, null, point(rejected.location()).orElse(null), excluded);
        }
        var view = views.find(new OrderId(order.id())).orElse(null);
        if (view == null || view.address() == null) {
            return new Route(lines, leaving, null, null, excluded);
        }
        var to = view.address();
        var facts = new Route.Order(view.channel(), to.country(), view.total(), clock.instant());
        return new Route(lines, leaving, null, locations.geocode(to.country(), to.postcode()).orElse(null), excluded, facts);
    }

    private static Routed said(OrderTable.Changed order, Routed routed, Leaving leaving) {
        return order.delivery().equals(Delivery.MIXED) ? routed.leaving(leaving) : routed;
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

    /**
     * A pickup stays a pickup, because it has no address to be sent to, or the customer wants it there and not at home: one
     * other store, near the one that they chose and near all that rejected it since. A store that says not where it is is near
     * to none.
     */
    private boolean isOneStoreNear(Routed routed, Set<LocationId> rejecting) {
        return routed.parts().size() == 1
                && point(routed.parts().getFirst().location())
                        .filter(store -> rejecting.stream().allMatch(place -> isNear(place, store)))
                        .isPresent();
    }

    private boolean isNear(LocationId place, Coordinates store) {
        return point(place)
                .filter(point -> point.kilometresTo(store) <= NEAR_KILOMETRES)
                .isPresent();
    }

    private Optional<Coordinates> point(LocationId place) {
        return locations.find(place).map(Location::coordinates);
    }

    private static Leaving leaving(OrderTable.Changed order, Part rejected) {
        return switch (order.delivery()) {
            case Delivery.TAKE_AWAY -> Leaving.CARRIED;
            case Delivery.COLLECT -> Leaving.COLLECTED;
            case Delivery.MIXED ->
                Objects.requireNonNullElse(Parts.leaving(Parts.read(order.parts()), rejected), Leaving.SHIPPED);
            default -> Leaving.SHIPPED;
        };
    }

    /** The word for how pieces leave, for those who hear that they do so from elsewhere. */
    static String word(OrderTable.Changed order, Part rejected) {
        return switch (leaving(order, rejected)) {
            case SHIPPED -> Delivery.SHIP;
            case COLLECTED -> Delivery.COLLECT;
            case CARRIED -> Delivery.TAKE_AWAY;
        };
    }

    /** Why pieces that nobody takes over are cancelled, for the trail. */
    static String nowhere(OrderTable.Changed order, Part rejected) {
        return leaving(order, rejected) == Leaving.COLLECTED
                ? ", and no store near it has them"
                : ", and nobody else has them";
    }
}
