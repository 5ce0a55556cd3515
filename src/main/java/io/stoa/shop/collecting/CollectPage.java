package io.stoa.shop.collecting;

import io.stoa.access.Caller;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Orders;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shop.OrderLinks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Takes the wish for another store, or for somebody else to collect; back to the order's page, which says how it is now. */
@Controller
class CollectPage {

    private final Orders orders;
    private final Fulfilment fulfilment;
    private final OrderLinks links;

    CollectPage(Orders orders, Fulfilment fulfilment, OrderLinks links) {
        this.fulfilment = fulfilment;
        this.orders = orders;
        this.links = links;
    }

    @PostMapping("/shop/orders/{id}/{key}/store")
    String collect(@PathVariable long id, @PathVariable String key, @RequestParam String store, Caller caller) {
        var order = order(id, key);
        return switch (orders.collectAt(order, new LocationId(store), caller.touchpoint())) {
            case ChangeOutcome.Done done -> "redirect:" + links.to(order);
            case ChangeOutcome.TooLate late -> "redirect:" + links.to(order) + "?store=late";
            case ChangeOutcome.NotThere gone -> "redirect:" + links.to(order) + "?store=gone";
            case ChangeOutcome.NoSuchOrder none -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    /** No name: the customer comes after all. */
    @PostMapping("/shop/orders/{id}/{key}/collector")
    String collectedBy(@PathVariable long id, @PathVariable String key, @RequestParam(defaultValue = "") String collector, Caller caller) {
        var order = order(id, key);
        var name = collector.strip();
        var taken = fulfilment.collectedBy(order, name.substring(0, Math.min(Fulfilment.COLLECTOR_MAX, name.length())), caller.touchpoint());
        return "redirect:" + links.to(order) + (taken ? "" : "?collector");
    }

    private OrderId order(long id, String key) {
        if (id <= 0 || !links.fits(id, key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new OrderId(id);
    }
}
