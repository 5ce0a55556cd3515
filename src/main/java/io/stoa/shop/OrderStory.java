package io.stoa.shop;

import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.locations.Locations;
import io.stoa.orders.OrderRow;
import io.stoa.orders.OrderState;
import io.stoa.orders.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.page.Picture;
import io.stoa.page.Texts;
import io.stoa.shared.LocationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells an order to its buyer: the state as a sentence, what happened from the log, and what comes next. An event has a line
 * when there is a text for its type, {@code shop.event.orders.order_paid}; the others are the house's own business.
 */
@Component
class OrderStory {

    private static final int EVENTS_MAX = 100;
    private static final String COLLECT = "COLLECT";

    private final EventLog log;
    private final Locations locations;
    private final Market market;
    private final OrderLinks links;
    private final Counter counter;

    OrderStory(EventLog log, Locations locations, Market market, OrderLinks links, Counter counter) {
        this.log = log;
        this.locations = locations;
        this.market = market;
        this.links = links;
        this.counter = counter;
    }

    Bought of(OrderView order, @Nullable String problem, PageFrame frame) {
        var texts = frame.texts();
        var waiting = order.state() == OrderState.AWAITING_PAYMENT;
        return new Bought(
                order.id().toString(),
                links.to(order.id()),
                state(order.state()),
                sentence(order, texts),
                null,
                trail(order, texts),
                order.lines().stream().map(line -> line(line, texts)).toList(),
                List.of(new Basket.Sum(texts.get("shop.tax"), texts.money(order.tax()))),
                texts.money(order.total()),
                collects(order) ? texts.get("shop.order.collect", store(order)) : texts.get("shop.order.to"),
                address(order),
                waiting,
                waiting || order.state() == OrderState.PLACED,
                counter.cards(frame),
                problem);
    }

    /** One line of a customer's list of orders. */
    OrderLine row(OrderRow row, String href, Texts texts) {
        return new OrderLine(
                row.id().toString(),
                href,
                texts.moment(row.placedAt(), market.zone()),
                state(row.state()),
                texts.get("shop.state." + row.state()),
                texts.count("shop.pieces", row.pieces()),
                texts.money(row.total()));
    }

    private static Bought.State state(OrderState state) {
        return switch (state) {
            case AWAITING_PAYMENT -> Bought.State.WAITING;
            case PLACED -> Bought.State.GOING;
            case FULFILLED -> Bought.State.DONE;
            case CANCELLED, EXPIRED -> Bought.State.OFF;
        };
    }

    private String sentence(OrderView order, Texts texts) {
        return switch (order.state()) {
            case AWAITING_PAYMENT -> texts.get("shop.order.awaiting");
            case PLACED ->
                collects(order)
                        ? texts.get("shop.order.placed.collect", store(order))
                        : texts.get("shop.order.placed.ship");
            case FULFILLED -> texts.get(collects(order) ? "shop.order.fulfilled" : "shop.order.fulfilled.ship");
            case CANCELLED -> texts.get("shop.order.cancelled");
            case EXPIRED -> texts.get("shop.order.expired");
        };
    }

    private List<Bought.Step> trail(OrderView order, Texts texts) {
        var steps = new ArrayList<Bought.Step>();
        for (var event : log.ofOrder(order.id(), EVENTS_MAX)) {
            step(event, texts).ifPresent(steps::add);
        }
        switch (order.state()) {
            case AWAITING_PAYMENT -> steps.add(new Bought.Step("now", texts.get("shop.step.pay"), null, null));
            case PLACED ->
                steps.add(new Bought.Step(
                        "ahead", texts.get(collects(order) ? "shop.step.ready" : "shop.step.packed"), null, null));
            case FULFILLED, CANCELLED, EXPIRED -> {} // The log has told it.
        }
        return steps;
    }

    private Optional<Bought.Step> step(Event event, Texts texts) {
        var key = "shop.event." + event.type();
        var what = texts.get(key);
        if (what.equals(key)) {
            return Optional.empty();
        }
        var off = event.type().endsWith("cancelled") || event.type().endsWith("expired");
        var where = event.location() == null ? null : name(event.location());
        return Optional.of(
                new Bought.Step(off ? "wrong" : "done", what, texts.moment(event.at(), market.zone()), where));
    }

    private static Basket.Line line(OrderView.Line line, Texts texts) {
        return new Basket.Line(
                line.sku().value(),
                "/shop",
                line.title(),
                null,
                line.quantity(),
                texts.money(line.unit()),
                texts.money(line.gross()),
                Picture.of(null, line.title()),
                null);
    }

    private List<String> address(OrderView order) {
        var to = order.address();
        if (to != null) {
            return to.lines();
        }
        return collectedAt(order)
                .flatMap(id -> locations.find(id).stream())
                .flatMap(store -> Stream.ofNullable(store.address()))
                .flatMap(address -> address.lines().stream())
                .toList();
    }

    private String store(OrderView order) {
        return collectedAt(order).map(this::name).findFirst().orElse("");
    }

    private static Stream<LocationId> collectedAt(OrderView order) {
        return order.parts().stream()
                .map(part -> part.location())
                .filter(Objects::nonNull)
                .limit(1);
    }

    private String name(LocationId id) {
        return locations.find(id).map(location -> location.name()).orElse(id.value());
    }

    private static boolean collects(OrderView order) {
        return COLLECT.equals(order.delivery());
    }
}
