package io.stoa.register.pickups;

import io.stoa.fulfilment.Arrival;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentId;
import io.stoa.fulfilment.ShipmentKind;
import io.stoa.fulfilment.ShipmentOutcome;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.locations.Location;
import io.stoa.orders.Orders;
import io.stoa.page.Texts;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a store has to do for orders, told for its till. */
@Component
class Tasks {

    private static final int SHOWN = 100;

    private final Fulfilment fulfilment;
    private final Orders orders;
    private final Clock clock;

    Tasks(Fulfilment fulfilment, Orders orders, Clock clock) {
        this.orders = orders;
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    /** Who is at the door comes first, the longest there before the others; then what is due first. */
    List<Task> at(Location store, Texts texts) {
        var here = fulfilment.work(store.id(), ShipmentState.ARRIVED, SHOWN, null).items();
        var arrivals = fulfilment.arrivals(here.stream().map(Shipment::id).toList());
        var waiting = here.stream()
                .sorted(Comparator.comparing(shipment -> since(shipment, arrivals.get(shipment.id()))))
                .map(shipment -> task(shipment, store, texts)
                        .waiting(since(shipment, arrivals.get(shipment.id())), where(arrivals.get(shipment.id()))));
        var others = fulfilment.work(store.id(), null, SHOWN, null).items().stream()
                .filter(shipment -> shipment.state() != ShipmentState.ARRIVED)
                .map(shipment -> task(shipment, store, texts));
        return Stream.concat(waiting, others).toList();
    }

    /**
     * What is open here of the order with this number, however far down the list, the parcel whose label was scanned, or what
     * waits for the customer who shows this code. Orders and parcels are numbered by one counter.
     */
    List<Task> found(String typed, Location store, Texts texts) {
        var number = typed.replaceFirst("^0+", "");
        var numbered = number.matches("[0-9]{1,18}") ? numbered(Long.parseLong(number)) : List.<Shipment>of();
        var found = numbered.isEmpty() ? fulfilment.shown(store.id(), typed) : numbered;
        return found.stream()
                .filter(shipment -> shipment.location().equals(store.id()) && shipment.state().open())
                .map(shipment -> one(shipment, store, texts))
                .toList();
    }

    private List<Shipment> numbered(long number) {
        var ordered = fulfilment.of(new OrderId(number));
        return ordered.isEmpty() ? fulfilment.find(new ShipmentId(number)).stream().toList() : ordered;
    }

    private static Instant since(Shipment shipment, @Nullable Arrival arrival) {
        return arrival == null ? shipment.updatedAt() : arrival.at();
    }

    private static String where(@Nullable Arrival arrival) {
        return arrival == null ? "" : arrival.where();
    }

    /** Empty when it is another store's. */
    Optional<Shipment> find(ShipmentId id, Location store) {
        return fulfilment.find(id).filter(shipment -> shipment.location().equals(store.id()));
    }

    /** With where its customer waits, who may have come meanwhile. */
    Task one(Shipment shipment, Location store, Texts texts) {
        var task = task(shipment, store, texts);
        if (shipment.state() != ShipmentState.ARRIVED) {
            return task;
        }
        var arrival = fulfilment.arrivals(List.of(shipment.id())).get(shipment.id());
        return task.waiting(since(shipment, arrival), where(arrival));
    }

    private Task task(Shipment shipment, Location store, Texts texts) {
        return new Task(
                shipment.id().toString(),
                shipment.order().toString(),
                shipment.kind() == ShipmentKind.COLLECT,
                due(shipment, store, texts),
                isLate(shipment),
                word(shipment.state(), texts),
                tone(shipment.state()),
                next(shipment),
                null,
                "",
                shipment.collector() == null ? null : collector(shipment.collector(), shipment, texts),
                rows(shipment, Shipment.Line::open),
                rows(shipment, Shipment.Line::handedOver),
                UUID.randomUUID().toString());
    }

    /** With the name of whose it is, where they said it; asked only of those few that somebody else collects. */
    private String collector(String name, Shipment shipment, Texts texts) {
        return orders.find(shipment.order())
                .map(order -> order.contact().name())
                .map(whose -> texts.get("till.task.collector.for", name, whose))
                .orElseGet(() -> texts.get("till.task.collector", name));
    }

    private String due(Shipment shipment, Location store, Texts texts) {
        return shipment.collectBy() == null
                ? texts.get(isLate(shipment) ? "till.task.late" : "till.task.due", texts.moment(shipment.dueAt(), store.zone()))
                : texts.get("till.task.until", texts.moment(shipment.collectBy(), store.zone()));
    }

    private boolean isLate(Shipment shipment) {
        boolean atWork = next(shipment) != Task.Step.NONE && next(shipment) != Task.Step.HAND_OVER;
        return atWork && shipment.dueAt().isBefore(clock.instant());
    }

    private static List<Task.Row> rows(Shipment shipment, ToIntFunction<Shipment.Line> pieces) {
        return shipment.lines().stream()
                .map(line -> new Task.Row(line.line(), line.title(), pieces.applyAsInt(line)))
                .filter(row -> row.pieces() > 0)
                .toList();
    }

    /** Does this step and no other, however far somebody else has come meanwhile; done before, it is done. */
    ShipmentOutcome step(Shipment shipment, Task.Step step, Touchpoint touchpoint) {
        return switch (step) {
            case ACCEPT -> fulfilment.accept(shipment.id(), touchpoint);
            case PICK -> fulfilment.pick(shipment.id(), touchpoint);
            case PACK -> fulfilment.pack(shipment.id(), touchpoint);
            case READY -> fulfilment.ready(shipment.id(), touchpoint);
            case SHIP -> fulfilment.ship(shipment.id(), null, touchpoint);
            case HAND_OVER, NONE -> new ShipmentOutcome.NotNow(shipment.state());
        };
    }

    static Task.Step next(Shipment shipment) {
        return switch (shipment.state()) {
            case PLACED -> Task.Step.ACCEPT;
            case ACCEPTED -> Task.Step.PICK;
            case PICKING -> shipment.kind() == ShipmentKind.COLLECT ? Task.Step.READY : Task.Step.PACK;
            case PACKED -> Task.Step.SHIP;
            case READY, ARRIVED -> Task.Step.HAND_OVER;
            case SHIPPED, HANDED_OVER, REJECTED, RESTOCKED, CANCELLED -> Task.Step.NONE;
        };
    }

    private static String word(ShipmentState state, Texts texts) {
        return switch (state) {
            case PLACED -> texts.get("till.task.placed");
            case ACCEPTED -> texts.get("till.task.accepted");
            case PICKING -> texts.get("till.task.picking");
            case PACKED -> texts.get("till.task.packed");
            case READY -> texts.get("till.task.waits");
            case ARRIVED -> texts.get("till.task.arrived");
            case SHIPPED -> texts.get("till.task.shipped");
            case HANDED_OVER -> texts.get("till.task.handed-over");
            case REJECTED, RESTOCKED, CANCELLED -> texts.get("till.task.off");
        };
    }

    private static String tone(ShipmentState state) {
        return switch (state) {
            case PLACED, ARRIVED -> "wait";
            case ACCEPTED, PICKING, PACKED -> "info";
            case READY, SHIPPED, HANDED_OVER -> "good";
            case REJECTED, RESTOCKED, CANCELLED -> "stop";
        };
    }
}
