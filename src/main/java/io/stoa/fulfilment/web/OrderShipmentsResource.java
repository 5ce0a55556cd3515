package io.stoa.fulfilment.web;

import io.stoa.access.AllowedTo;
import io.stoa.access.Caller;
import io.stoa.access.Role;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentId;
import io.stoa.http.Problems;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.shared.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What places do for one order. Its own customer sees the codes to collect with; the staff do not. */
@RestController
@Tag(name = "Shipments")
@RequestMapping("/api/v1/orders/{order}/shipments")
@AllowedTo(
        value = {Role.ASSOCIATE, Role.AGENT, Role.MANAGER, Role.ADMIN},
        customers = true)
class OrderShipmentsResource {

    private final Fulfilment fulfilment;
    private final Orders orders;

    OrderShipmentsResource(Fulfilment fulfilment, Orders orders) {
        this.fulfilment = fulfilment;
        this.orders = orders;
    }

    /** Who collects; no name, the customer. */
    record Collector(@Nullable String name) {
        Collector {
            if (name != null && name.strip().length() > Fulfilment.COLLECTOR_MAX) {
                throw new IllegalArgumentException("A collector's name has at most 200 characters");
            }
        }
    }

    record Seen(Shipment shipment, @Nullable String code) {}

    @Operation(
            summary = "What places do for one order",
            description = "Its own customer sees the codes to collect with; the staff do not.")
    @GetMapping
    List<Seen> of(@PathVariable OrderId order, Caller caller) {
        var found = find(order, caller);
        Map<ShipmentId, String> codes = isOwn(found, caller) ? fulfilment.codes(order) : Map.of();
        return fulfilment.of(order).stream()
                .map(shipment -> new Seen(shipment, codes.get(shipment.id())))
                .toList();
    }

    @Operation(
            summary = "Somebody else collects it",
            description = "With the same code, which still proves it; the store is told the name. Without a name the customer collects it.")
    @PutMapping("/collector")
    List<Seen> collectedBy(@PathVariable OrderId order, @RequestBody Collector collector, Caller caller) {
        var found = find(order, caller);
        if (!fulfilment.collectedBy(order, collector.name(), caller.touchpoint())) {
            throw Problems.refuse(Problems.conflict(
                    "not-in-this-state",
                    "Nothing of order " + order + " is to be collected.",
                    Map.of("order", order, "state", found.state())));
        }
        return of(order, caller);
    }

    private OrderView find(OrderId order, Caller caller) {
        return orders.find(order)
                .filter(one -> caller.staff() || isOwn(one, caller))
                .orElseThrow(() -> Problems.refuse(Problems.notFound("There is no order " + order + ".")));
    }

    private static boolean isOwn(OrderView order, Caller caller) {
        return caller.customer() != null && Objects.equals(order.customer(), caller.customer());
    }
}
