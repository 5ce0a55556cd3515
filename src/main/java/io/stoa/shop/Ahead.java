package io.stoa.shop;

import io.stoa.events.Event;
import io.stoa.fulfilment.Shipment;
import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is still to come of an order, with the promise of the checkout: by when it is there, from when it waits. */
@Component
class Ahead {

    /** With these a promise begins anew. */
    private static final Set<String> BEGINS = Set.of("orders.order_paid", "orders.collected_elsewhere");

    private final StockSentences stock;
    private final Whereabouts whereabouts;

    Ahead(StockSentences stock, Whereabouts whereabouts) {
        this.stock = stock;
        this.whereabouts = whereabouts;
    }

    /** A line for each of these texts; what should have come long ago promises nothing any more. */
    List<Bought.Step> of(List<String> keys, OrderView order, List<Shipment> shipments, List<Event> events, Texts texts) {
        var since = events.stream()
                .filter(event -> BEGINS.contains(event.type()))
                .map(Event::at)
                .max(Instant::compareTo)
                .orElseGet(order::placedAt);
        return keys.stream()
                .map(key -> new Bought.Step("ahead", texts.get(key), null, promise(key, order, shipments, since, texts).orElse(null)))
                .toList();
    }

    private Optional<String> promise(String key, OrderView order, List<Shipment> shipments, Instant since, Texts texts) {
        return switch (key) {
            case "shop.step.packed" -> stock.deliveryDay(since, texts).map(day -> texts.get("shop.checkout.ship.by", day));
            case "shop.step.ready" -> whereabouts.place(order, shipments).flatMap(store -> stock.collection(store, since, texts));
            default -> Optional.empty();
        };
    }
}
