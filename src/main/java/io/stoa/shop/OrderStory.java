package io.stoa.shop;

import io.stoa.access.Caller;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.fulfilment.Arrival;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentId;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderRow;
import io.stoa.orders.views.OrderView;
import io.stoa.page.PageFrame;
import io.stoa.page.Picture;
import io.stoa.page.Texts;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shop.paying.Paid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells an order to its buyer: the state as a sentence, what happened from the log, and what comes next.
 */
@Component
public class OrderStory {

    private static final int EVENTS_MAX = 100;
    private static final Set<ShipmentState> WAITING = EnumSet.of(ShipmentState.READY, ShipmentState.ARRIVED);
    private static final String PAID = "orders.order_paid";

    private final EventLog log;
    private final Locations locations;
    private final Market market;
    private final OrderLinks links;
    private final Counter counter;
    private final Fulfilment fulfilment;
    private final Orders orders;
    private final Whereabouts whereabouts;
    private final Trail trail;
    private final Ahead ahead;
    private final Paid paid;

    OrderStory(
            EventLog log,
            Locations locations,
            Market market,
            OrderLinks links,
            Counter counter,
            Fulfilment fulfilment,
            Orders orders,
            Whereabouts whereabouts,
            Trail trail,
            Ahead ahead,
            Paid paid) {
        this.paid = paid;
        this.ahead = ahead;
        this.trail = trail;
        this.whereabouts = whereabouts;
        this.orders = orders;
        this.fulfilment = fulfilment;
        this.log = log;
        this.locations = locations;
        this.market = market;
        this.links = links;
        this.counter = counter;
    }

    Bought of(OrderView order, Caller caller, @Nullable String problem, PageFrame frame) {
        var texts = frame.texts();
        var events = log.ofOrder(order.id(), EVENTS_MAX);
        var shipments = shipments(order);
        var pickups = pickups(order, shipments, caller, frame);
        var waiting = order.state() == OrderState.AWAITING_PAYMENT;
        return new Bought(
                order.id().toString(),
                links.to(order.id()),
                state(order.state()),
                pickups.isEmpty() ? sentence(order, shipments, texts) : texts.get("shop.order.ready", pickups.getFirst().store()),
                back(order, events, texts),
                letters(order, texts),
                pickups,
                trail(order, events, shipments, pickups, frame),
                order.lines().stream().map(line -> line(line, texts)).toList(),
                sums(order, texts),
                texts.money(order.total()),
                due(order, texts),
                paid.of(order.id(), texts),
                whereabouts.of(order, shipments, texts),
                waiting,
                waiting || order.state() == OrderState.PLACED,
                counter.ways(frame),
                problem,
                order.imported() != null);
    }

    /** What was paid and comes back, once all of it is cancelled. */
    private static @Nullable String back(OrderView order, List<Event> events, Texts texts) {
        boolean paid = order.state() == OrderState.CANCELLED && events.stream().anyMatch(event -> event.type().equals(PAID));
        return paid ? texts.get("shop.order.cancelled.back", asked(order).minus(order.total())) : null;
    }

    /** Enough of the address to see whether it is wrong, too little for who came by the page's address. */
    private static @Nullable String letters(OrderView order, Texts texts) {
        var email = order.imported() == null ? order.contact().email() : null;
        return email == null ? null : texts.get("shop.order.letters", email.substring(0, 1) + "…" + email.substring(email.indexOf('@')));
    }

    private @Nullable String due(OrderView order, Texts texts) {
        var due = order.state() == OrderState.AWAITING_PAYMENT ? orders.due(order.id()) : order.total();
        return due.equals(order.total()) ? null : texts.money(due);
    }

    /** What stores do for it; nobody asks where a parcel comes from. */
    private List<Shipment> shipments(OrderView order) {
        return collects(order) && order.imported() == null ? fulfilment.of(order.id()) : List.of();
    }

    /** What is ready; its code only for the customer whose order it is, or, of a guest's order, for who has its address. */
    private List<Bought.Pickup> pickups(OrderView order, List<Shipment> shipments, Caller caller, PageFrame frame) {
        var waiting = shipments.stream().filter(shipment -> WAITING.contains(shipment.state())).toList();
        if (waiting.isEmpty() || order.state() != OrderState.PLACED) {
            return List.of();
        }
        boolean own = order.customer() == null || order.customer().equals(caller.customer());
        var codes = own ? fulfilment.codes(order.id()) : Map.<ShipmentId, String>of();
        var arrivals = fulfilment.arrivals(waiting.stream().map(Shipment::id).toList());
        return waiting.stream()
                .map(shipment -> new Bought.Pickup(
                        shipment.id().toString(),
                        name(shipment.location()),
                        codes.get(shipment.id()),
                        until(shipment, frame),
                        shipment.state() == ShipmentState.ARRIVED ? waits(arrivals.get(shipment.id())) : null))
                .toList();
    }

    /** In the buyer's own words. */
    private static String waits(@Nullable Arrival arrival) {
        return arrival == null ? "" : arrival.where();
    }

    /** Until when it waits, by the store's clock. */
    private @Nullable String until(Shipment shipment, PageFrame frame) {
        var zone = locations.find(shipment.location()).map(Location::zone).orElseGet(market::zone);
        return shipment.collectBy() == null ? null : frame.momentThere(shipment.collectBy(), zone);
    }

    /** One line of a customer's list of orders. */
    public OrderLine row(OrderRow row, String href, PageFrame frame) {
        var texts = frame.texts();
        return new OrderLine(
                row.id().toString(),
                href,
                frame.momentNamed(row.placedAt(), market.zone()),
                state(row.state()),
                texts.get("shop.state." + row.state()),
                texts.count("shop.order.pieces", row.pieces()),
                texts.money(row.total()),
                door(row, texts));
    }

    /** Through which door it came: a store by its name, the others in words. */
    private String door(OrderRow row, Texts texts) {
        if (row.imported() != null) {
            return texts.get("shop.account.door.before");
        }
        return row.channel() == Channel.TILL && row.location() != null
                ? name(row.location())
                : texts.get("shop.account.door." + row.channel());
    }

    private static Bought.State state(OrderState state) {
        return switch (state) {
            case AWAITING_PAYMENT -> Bought.State.WAITING;
            case PLACED -> Bought.State.GOING;
            case FULFILLED -> Bought.State.DONE;
            case CANCELLED, EXPIRED -> Bought.State.OFF;
        };
    }

    private String sentence(OrderView order, List<Shipment> shipments, Texts texts) {
        if (order.imported() != null && order.state() == OrderState.FULFILLED) {
            var back = order.lines().stream().allMatch(line -> line.returned() > 0 || line.quantity() < 0);
            return texts.get(back ? "shop.order.before.back" : "shop.order.before");
        }
        return switch (order.state()) {
            case AWAITING_PAYMENT -> texts.get("shop.order.awaiting");
            case PLACED ->
                texts.get("shop.order.placed." + way(order, OrderView.Line::open), whereabouts.store(order, shipments));
            case FULFILLED -> texts.get("shop.order.fulfilled." + way(order, OrderView.Line::fulfilled));
            case CANCELLED -> texts.get(isRejected(shipments) ? "shop.order.cancelled.store" : "shop.order.cancelled");
            case EXPIRED -> texts.get("shop.order.expired");
        };
    }

    /** Whether no place could do it, which is no wish of the buyer. */
    private static boolean isRejected(List<Shipment> shipments) {
        return !shipments.isEmpty() && shipments.stream().allMatch(shipment -> shipment.state() == ShipmentState.REJECTED);
    }

    /** Which way those of its pieces go that are counted: one, the other, or both. */
    private static String way(OrderView order, ToIntFunction<OrderView.Line> pieces) {
        var ways = order.lines().stream()
                .filter(line -> pieces.applyAsInt(line) > 0)
                .map(order::collects)
                .collect(Collectors.toSet());
        return ways.size() > 1 ? "both" : ways.contains(true) ? "collect" : "ship";
    }

    private List<Bought.Step> trail(
            OrderView order, List<Event> events, List<Shipment> shipments, List<Bought.Pickup> pickups, PageFrame frame) {
        var coming = switch (order.state()) {
            case AWAITING_PAYMENT -> List.of(new Bought.Step("now", frame.t("shop.step.pay"), null, null));
            case PLACED -> ahead.of(next(order, pickups), order, shipments, events, frame.texts());
            case FULFILLED, CANCELLED, EXPIRED -> List.<Bought.Step>of(); // The log has told it.
        };
        // Two parts may take the same step in one minute: it is told once.
        return Stream.concat(trail.of(order, events, shipments, frame).stream(), coming.stream()).distinct().toList();
    }

    /** What is still to come, of each way. */
    private static List<String> next(OrderView order, List<Bought.Pickup> pickups) {
        var collecting = pickups.isEmpty() ? "shop.step.ready" : "shop.step.collected";
        return switch (way(order, OrderView.Line::open)) {
            case "both" -> List.of("shop.step.packed", collecting);
            case "collect" -> List.of(collecting);
            default -> List.of("shop.step.packed");
        };
    }

    private static Basket.Line line(OrderView.Line line, Texts texts) {
        return new Basket.Line(
                line.sku().value(),
                "/shop",
                line.title(),
                line.quantity() < 0 ? texts.get("shop.order.given-back") : null,
                Math.abs(line.quantity()),
                texts.money(line.unit()),
                texts.money(line.listed()),
                Picture.of(null, line.title()),
                null);
    }

    /** As the cart and the checkout said it, with tax inside or on top; what was cancelled since is taken off. */
    private static List<Basket.Sum> sums(OrderView order, Texts texts) {
        if (order.imported() != null) {
            return List.of();
        }
        var none = Money.zero(order.total().currency());
        var goods = order.lines().stream().map(OrderView.Line::listed).reduce(none, Money::plus);
        var tax = order.lines().stream().map(OrderView.Line::tax).reduce(none, Money::plus);
        var asked = asked(order);
        boolean included = order.lines().stream().allMatch(OrderView.Line::taxIncluded);
        var sums = new ArrayList<Basket.Sum>();
        sums.add(new Basket.Sum(texts.get("shop.goods"), texts.money(goods)));
        order.taken().forEach(one -> sums.add(Basket.Sum.off(one, texts)));
        sums.add(new Basket.Sum(texts.get(included ? "shop.tax" : "shop.tax.net"), texts.money(tax)));
        if (!order.total().equals(asked)) {
            sums.add(new Basket.Sum(texts.get("shop.step.cancelled"), texts.money(order.total().minus(asked))));
        }
        return sums;
    }

    private static Money asked(OrderView order) {
        return order.lines().stream().map(OrderView.Line::gross).reduce(Money.zero(order.total().currency()), Money::plus);
    }

    private String name(LocationId id) {
        return locations.find(id).map(location -> location.name()).orElse(id.value());
    }

    private static boolean collects(OrderView order) {
        return Delivery.isCollected(order.delivery());
    }
}
