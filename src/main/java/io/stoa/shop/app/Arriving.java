package io.stoa.shop.app;

import io.stoa.access.Caller;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.ShipmentId;
import io.stoa.shared.OrderId;
import io.stoa.shop.OrderLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** "I'm here": a customer tells the store that they have come to collect, and where they wait. */
@Controller
class Arriving {

    private final Fulfilment fulfilment;
    private final OrderLinks links;

    Arriving(Fulfilment fulfilment, OrderLinks links) {
        this.fulfilment = fulfilment;
        this.links = links;
    }

    /** Whatever came of it, the page of the order shows it. */
    @PostMapping("/shop/orders/{id}/{key}/arrival")
    String arrive(
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam long shipment,
            @RequestParam(defaultValue = "") String where,
            Caller caller) {
        if (id <= 0 || shipment <= 0 || !links.fits(id, key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var order = new OrderId(id);
        fulfilment
                .find(new ShipmentId(shipment))
                .filter(found -> found.order().equals(order))
                .ifPresent(found -> {
                    var _ = fulfilment.arrived(found.id(), where, caller.touchpoint());
                });
        return "redirect:" + links.to(order);
    }
}
