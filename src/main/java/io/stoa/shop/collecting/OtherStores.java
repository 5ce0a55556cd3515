package io.stoa.shop.collecting;

import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.ShipmentKind;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Capability;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import io.stoa.routing.Part;
import io.stoa.routing.Route.Leaving;
import io.stoa.shared.Sku;
import io.stoa.shop.StockSentences;
import io.stoa.shop.Visits;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds where else an order could be collected: stores of the same prices that have all of it, the nearest first. */
@Component
public class OtherStores {

    /** Nobody has taken it from its shelf yet. */
    private static final Set<ShipmentState> UNTOUCHED = EnumSet.of(ShipmentState.PLACED, ShipmentState.ACCEPTED);

    private static final int SHOWN = 6;

    private final Locations locations;
    private final Inventory inventory;
    private final Fulfilment fulfilment;
    private final StockSentences sentences;

    OtherStores(Locations locations, Inventory inventory, Fulfilment fulfilment, StockSentences sentences) {
        this.locations = locations;
        this.inventory = inventory;
        this.fulfilment = fulfilment;
        this.sentences = sentences;
    }

    /** None of an order that is not collected, or that its store has begun with. */
    public List<PickupPlace> of(OrderView order, @Nullable Coordinates from, Texts texts) {
        var waiting = order.parts().stream().filter(part -> part.leaving() != Leaving.SHIPPED).toList();
        if (!Delivery.isCollected(order.delivery()) || order.state() != OrderState.PLACED || waiting.isEmpty() || !isUntouched(order)) {
            return List.of();
        }
        var wanted = waiting.stream()
                .flatMap(part -> part.lines().stream())
                .collect(Collectors.toMap(Part.Piece::sku, piece -> piece.quantity().units(), Integer::sum));
        var here = waiting.stream().map(Part::location).collect(Collectors.toSet());
        var group = here.stream().findFirst().flatMap(locations::find).map(Location::group).orElse("");
        var stock = inventory.availability(wanted.keySet());
        return locations.byId().values().stream()
                .filter(place -> place.offers(Capability.PICKUP) && place.group().equals(group) && !here.contains(place.id()))
                .filter(place -> hasAll(place, wanted, stock))
                .sorted(Visits.nearest(from))
                .limit(SHOWN)
                .map(place -> new PickupPlace(
                        place.id().value(),
                        place.name(),
                        sentences.pickup(place, texts).orElse(""),
                        Visits.distance(place, from, texts)))
                .toList();
    }

    private boolean isUntouched(OrderView order) {
        var shipments = fulfilment.of(order.id()).stream()
                .filter(shipment -> shipment.kind() == ShipmentKind.COLLECT)
                .toList();
        return !shipments.isEmpty()
                && shipments.stream()
                        .filter(shipment -> shipment.state() != ShipmentState.CANCELLED && shipment.state() != ShipmentState.REJECTED)
                        .allMatch(shipment -> UNTOUCHED.contains(shipment.state()));
    }

    private static boolean hasAll(Location place, Map<Sku, Integer> wanted, Map<Sku, List<Availability>> stock) {
        return wanted.entrySet().stream()
                .allMatch(one -> stock.getOrDefault(one.getKey(), List.of()).stream()
                                .filter(row -> row.location().equals(place.id()))
                                .mapToInt(Availability::available)
                                .sum()
                        >= one.getValue());
    }
}
