package io.stoa.fulfilment;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.WEB;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static io.stoa.Retailer.order;
import static io.stoa.fulfilment.Counter.STAFF;
import static io.stoa.fulfilment.Counter.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Capability;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.locations.OpeningHours;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder.Paying.Later;
import io.stoa.orders.PlaceOutcome;
import io.stoa.orders.views.OrderView;
import io.stoa.payments.Payments;
import io.stoa.routing.Decision.Shortage;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.routing.Route.Leaving;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One order that is sent home in part and collected in part: each part goes its own way, and stays on it. */
@StoaTest
class BothWaysTest {

    @Autowired
    Retailer retailer;

    @Autowired
    Locations locations;

    @Autowired
    Orders orders;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    Payments payments;

    @Autowired
    Inventory inventory;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(orders, fulfilment);
    }

    /** The prices do not divide well, and one store does both. */
    @Test
    void eachPartGoesItsOwnWayAndTheMoneyOfEachIsTakenWithIt() {
        var store = retailer.store("both");
        var mug = article("mug", 333, store, 5);
        var vase = article("vase", 1, store, 5);
        var lamp = article("lamp", 777, store, 5);
        var mixed = new Delivery.Mixed(HOME, store, List.of(lamp));
        var order = counter.buys(mixed, card("tok_approve"), line(mug, 3), line(lamp, 2), line(vase, 1));
        var view = view(order);
        assertThat(view.delivery()).isEqualTo("MIXED");
        assertThat(view.address()).isEqualTo(HOME);
        assertThat(view.lines()).extracting(OrderView.Line::delivery).containsExactly("SHIP", "COLLECT", "SHIP");
        assertThat(view.parts())
                .extracting(Part::location, Part::leaving)
                .containsExactlyInAnyOrder(tuple(store, Leaving.SHIPPED), tuple(store, Leaving.COLLECTED));

        var two = counter.shipments(order, 2);
        assertThat(two)
                .extracting(Shipment::kind, shipment -> shipment.lines().stream().map(Shipment.Line::line).toList())
                .containsExactlyInAnyOrder(tuple(ShipmentKind.SHIP, List.of(1, 3)), tuple(ShipmentKind.COLLECT, List.of(2)));
        assertThat(fulfilment.codes(order)).containsOnlyKeys(of(two, ShipmentKind.COLLECT).id());
        var ready = done(fulfilment.ready(counter.picking(of(two, ShipmentKind.COLLECT).id()).id(), STAFF));
        assertThat(done(counter.handOver(ready, counter.code(ready), new HandOver.Some(2, Quantity.of(1)))).state())
                .isEqualTo(ShipmentState.READY);
        captures(order, 854);
        assertThat(done(counter.handOver(ready, counter.code(ready))).state()).isEqualTo(ShipmentState.HANDED_OVER);
        assertThat(view(order).state()).isEqualTo(OrderState.PLACED);
        assertThat(view(order).parts()).extracting(Part::leaving).containsExactly(Leaving.SHIPPED);
        captures(order, 1709);
        assertThat(orders.collectAt(order, store, WEB)).isEqualTo(new ChangeOutcome.TooLate(OrderState.PLACED));
        assertThat(counter.sent(of(two, ShipmentKind.SHIP).id()).state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(view(order).state()).isEqualTo(OrderState.FULFILLED);
        assertThat(view(order).lines()).extracting(OrderView.Line::delivery).containsExactly("SHIP", "COLLECT", "SHIP");
        captures(order, view(order).total().minor());
        var back = new Part(store, List.of(new Piece(2, lamp, Quantity.of(2))));
        assertThat(((ChangeOutcome.Done) orders.giveBack(order, back, WEB)).worth()).isEqualTo(usd(1709));
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void whatIsRejectedStaysOnItsWay() {
        var chosen = retailer.store("chosen", 42);
        var near = retailer.store("near", 42.1);
        var far = retailer.store("far", 44);
        var lamp = article("lamp", 800, chosen, 1);
        retailer.stock(lamp, near, 1);
        retailer.stock(lamp, far, 99);
        var mug = article("mug", 500, chosen, 3);
        retailer.stock(mug, far, 2);
        var mixed = new Delivery.Mixed(HOME, chosen, List.of(lamp));
        var order = counter.buys(mixed, card("tok_approve"), line(lamp, 1), line(mug, 2));

        var pickup = of(counter.shipments(order, 2), ShipmentKind.COLLECT);
        var _ = done(fulfilment.reject(pickup.id(), RejectionReason.TOO_BUSY, STAFF));
        var again = counter.shipments(order, 3).getLast();
        assertThat(again).extracting(Shipment::location, Shipment::kind).containsExactly(near, ShipmentKind.COLLECT);
        assertThat(view(order).parts())
                .extracting(Part::location, Part::leaving)
                .containsExactlyInAnyOrder(tuple(chosen, Leaving.SHIPPED), tuple(near, Leaving.COLLECTED));

        var parcel = of(fulfilment.of(order), ShipmentKind.SHIP);
        var _ = done(fulfilment.reject(parcel.id(), RejectionReason.NOT_FOUND, STAFF));
        var sent = counter.shipments(order, 4).getLast();
        assertThat(sent).extracting(Shipment::location, Shipment::kind).containsExactly(far, ShipmentKind.SHIP);

        var _ = done(fulfilment.reject(again.id(), RejectionReason.CLOSED, STAFF));
        assertThat(view(order).lines()).extracting(OrderView.Line::cancelled).containsExactly(1, 0);
        assertThat(view(order)).extracting(OrderView::state, OrderView::total).containsExactly(OrderState.PLACED, usd(1100));
        assertThat(counter.sent(sent.id()).state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(view(order).state()).isEqualTo(OrderState.FULFILLED);
        captures(order, 1100);
        assertThat(fulfilment.of(order)).hasSize(4);
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void onlyWhatIsCollectedMovesToAnotherStore() {
        var here = retailer.store("here");
        var there = retailer.store("there");
        var lamp = article("lamp", 800, here, 1);
        var mug = article("mug", 500, here, 3);
        retailer.stock(lamp, there, 1);
        retailer.stock(mug, there, 1);
        var order = counter.buys(new Delivery.Mixed(HOME, here, List.of(lamp)), card("tok_approve"), line(mug, 2), line(lamp, 1));
        var parcel = of(counter.shipments(order, 2), ShipmentKind.SHIP);
        assertThat(orders.collectAt(order, there, WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(orders.collectAt(order, there, WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(view(order).parts())
                .extracting(Part::location, Part::leaving)
                .containsExactlyInAnyOrder(tuple(here, Leaving.SHIPPED), tuple(there, Leaving.COLLECTED));
        Awaitility.await().untilAsserted(() -> assertThat(fulfilment.of(order))
                .extracting(Shipment::location, Shipment::kind, Shipment::state)
                .containsExactlyInAnyOrder(
                        tuple(here, ShipmentKind.SHIP, ShipmentState.PLACED),
                        tuple(here, ShipmentKind.COLLECT, ShipmentState.CANCELLED),
                        tuple(there, ShipmentKind.COLLECT, ShipmentState.PLACED)));
        assertThat(fulfilment.find(parcel.id()).orElseThrow().rest()).isEqualTo(parcel.rest());
        assertThat(List.of(retailer.row(lamp, here).available(), retailer.row(lamp, there).available())).containsExactly(1, 0);
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void aPartIsTakenOutAndTheRestIsCancelledToTheCent() {
        var store = retailer.store("fewer");
        var lamp = article("lamp", 333, store, 3);
        var mug = article("mug", 500, store, 3);
        var mixed = new Delivery.Mixed(HOME, store, List.of(lamp));
        var order = counter.buys(mixed, card("tok_approve"), line(lamp, 3), line(mug, 2));
        var two = counter.shipments(order, 2);
        assertThat(orders.lower(order, Map.of(1, 1, 2, 1), "fewer", WEB)).isInstanceOf(ChangeOutcome.Done.class);
        Awaitility.await().untilAsserted(() -> assertThat(fulfilment.of(order))
                .extracting(Shipment::kind, shipment -> shipment.rest().lines().getFirst().quantity().units())
                .containsExactlyInAnyOrder(tuple(ShipmentKind.COLLECT, 1), tuple(ShipmentKind.SHIP, 1)));
        assertThat(view(order).parts())
                .extracting(Part::leaving, part -> part.lines().size())
                .containsExactlyInAnyOrder(tuple(Leaving.SHIPPED, 1), tuple(Leaving.COLLECTED, 1));
        assertThat(counter.sent(of(two, ShipmentKind.SHIP).id()).state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(orders.cancel(order, "not any more", WEB)).isInstanceOf(ChangeOutcome.Done.class);
        counter.becomes(of(two, ShipmentKind.COLLECT).id(), ShipmentState.CANCELLED);
        assertThat(view(order)).extracting(OrderView::state, OrderView::total).containsExactly(OrderState.FULFILLED, usd(550));
        captures(order, 550);
        assertThat(retailer.row(lamp, store).available()).isEqualTo(3);
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void itIsAllPromisedOrNothing() {
        var store = retailer.store("scarce");
        var depot = retailer.store("depot");
        var lamp = article("lamp", 800, store, 1);
        retailer.stock(lamp, depot, 9);
        var mug = article("mug", 500, depot, 1);
        var mixed = new Delivery.Mixed(HOME, store, List.of(lamp));
        assertThat(orders.place(order(mixed, new Later(), line(lamp, 2), line(mug, 2))))
                .isEqualTo(new PlaceOutcome.OutOfStock(List.of(new Shortage(mug, 2, 1), new Shortage(lamp, 2, 1))));
        assertThat(retailer.row(mug, depot).available()).isOne();
        var placed = (PlaceOutcome.Placed) orders.place(order(mixed, new Later(), line(lamp, 1), line(mug, 1)));
        assertThat(List.of(retailer.row(lamp, store).held(), retailer.row(mug, depot).held())).containsExactly(1, 1);
        assertThat(orders.cancel(placed.order(), "no", WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(List.of(retailer.row(lamp, store).available(), retailer.row(mug, depot).available())).containsExactly(1, 1);
    }

    @Test
    void whatCannotBeOneOrderIsRefusedAndWhatGoesOneWayIsSaidSo() {
        var store = retailer.store("one");
        var abroad = abroad();
        var lamp = article("lamp", 800, store, 5);
        var mug = article("mug", 500, store, 5);
        retailer.stock(lamp, abroad, 5);
        var stranger = new Sku("stranger");
        assertThatThrownBy(() -> new Delivery.Mixed(HOME, store, List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(place(new Delivery.Mixed(HOME, store, List.of(lamp, stranger)), lamp, mug))
                .isEqualTo(new PlaceOutcome.NotOrdered(stranger));
        assertThat(place(new Delivery.Mixed(HOME, abroad, List.of(lamp)), lamp, mug))
                .isEqualTo(new PlaceOutcome.OtherPrices(abroad));
        var all = (PlaceOutcome.Placed) place(new Delivery.Mixed(HOME, store, List.of(mug, lamp)), lamp, mug);
        assertThat(view(all.order())).extracting(OrderView::delivery, OrderView::address).containsExactly("COLLECT", null);
    }

    private PlaceOutcome place(Delivery delivery, Sku one, Sku other) {
        return orders.place(order(delivery, card("tok_approve"), line(one, 1), line(other, 1)));
    }

    private LocationId abroad() {
        var id = new LocationId(retailer.store("abroad").value() + "-x");
        locations.save(
                new Location(
                        id, id.value(), Location.Kind.STORE, null, null, ZoneId.of("UTC"), OpeningHours.ALWAYS,
                        EnumSet.allOf(Capability.class), "elsewhere", true),
                Touchpoint.SYSTEM);
        return id;
    }

    private OrderView view(OrderId order) {
        return orders.find(order).orElseThrow();
    }

    private static Shipment of(List<Shipment> shipments, ShipmentKind kind) {
        return shipments.stream().filter(shipment -> shipment.kind() == kind).findFirst().orElseThrow();
    }

    private Sku article(String name, long cents, LocationId store, int pieces) {
        var sku = retailer.article(name, cents);
        retailer.stock(sku, store, pieces);
        return sku;
    }

    private void captures(OrderId order, long cents) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> payments.of(order).getFirst().captured(), usd(cents)::equals);
    }

    private static Money usd(long cents) {
        return new Money(cents, Retailer.USD);
    }
}
