package io.stoa.orders;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.WEB;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static io.stoa.Retailer.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.events.EventLog;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.inventory.Availability;
import io.stoa.inventory.Inventory;
import io.stoa.locations.Address;
import io.stoa.locations.Coordinates;
import io.stoa.locations.Locations;
import io.stoa.orders.facts.OrderChanged;
import io.stoa.orders.views.OrderView;
import io.stoa.payments.NewPayment;
import io.stoa.payments.Payment;
import io.stoa.payments.PaymentId;
import io.stoa.payments.PaymentState;
import io.stoa.payments.Payments;
import io.stoa.payments.gateway.Tender;
import io.stoa.routing.Part.Piece;
import io.stoa.routing.Part;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders that are changed after they were placed, part by part. */
@StoaTest
class ChangingTest {

    private static final Delivery TO_HOME = new Delivery.Ship(HOME);

    @Autowired
    Retailer retailer;

    @Autowired
    Locations locations;

    @Autowired
    Orders orders;

    @Autowired
    Inventory inventory;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    Payments payments;

    @Autowired
    EventLog log;

    @Autowired
    Settling settling;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ids ids;

    @Test
    void whatIsCollectedElsewhereIsPromisedThereAndFreeHere() {
        var here = retailer.store("here");
        var there = retailer.store("there");
        var nowhere = retailer.store("nowhere");
        var cup = retailer.article("cup", 500);
        retailer.stock(cup, here, 2);
        retailer.stock(cup, there, 2);
        retailer.stock(cup, nowhere, 1);
        var wish = Retailer.order(new Delivery.Collect(here), Retailer.card("tok_approve"), Retailer.line(cup, 2));
        var order = ((PlaceOutcome.Placed) orders.place(wish)).order();

        assertThat(orders.collectAt(order, nowhere, Touchpoint.SYSTEM)).isEqualTo(new ChangeOutcome.NotThere(cup, nowhere, 1));
        assertThat(places(order)).containsExactly(here);
        assertThat(orders.collectAt(order, there, Touchpoint.SYSTEM)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(orders.collectAt(order, there, Touchpoint.SYSTEM)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(places(order)).containsExactly(there);
        assertThat(retailer.row(cup, here).available()).isEqualTo(2);
        assertThat(retailer.row(cup, there).available()).isZero();
        assertThat(inventory.reconcile().differences()).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(fulfilment.of(order))
                .extracting(Shipment::location, Shipment::state)
                .containsExactlyInAnyOrder(tuple(here, ShipmentState.CANCELLED), tuple(there, ShipmentState.PLACED)));

        var sent = ((PlaceOutcome.Placed) orders.place(Retailer.order(TO_HOME, Retailer.card("tok_approve"), Retailer.line(cup, 1)))).order();
        assertThat(orders.collectAt(sent, here, Touchpoint.SYSTEM)).isInstanceOf(ChangeOutcome.TooLate.class);
    }

    private List<LocationId> places(OrderId order) {
        return orders.find(order).orElseThrow().parts().stream().map(Part::location).toList();
    }

    @Test
    void whatIsCancelledBeforeItWasTakenCostsNothingOfWhatWasTaken() {
        var store = retailer.store("part");
        var mug = article("mug", 800, store);
        var order = buys(mug, 3);
        fulfil("f" + ids.next(), order, part(store, mug, 2));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> payment(order).captured(), usd(1760)::equals);
        assertThat(orders.cancelLines(order, List.of(part(store, mug, 1)), "fewer", WEB))
                .isInstanceOf(ChangeOutcome.Done.class);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> payment(order).state() == PaymentState.CAPTURED);
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .until(() -> payment(order).refunded(), usd(0)::equals);
        assertThat(payment(order).captured()).isEqualTo(usd(1760));
        assertThat(orders.find(order).orElseThrow().total()).isEqualTo(usd(1760));
    }

    @Test
    void whatIsNotPromisedCannotBeCancelledAndNothingIsLostByTrying() {
        var store = retailer.store("wrong");
        var mug = article("mug", 800, store);
        var cup = article("cup", 100, store);
        var outcome =
                (PlaceOutcome.Placed) orders.place(order(TO_HOME, card("tok_approve"), line(mug, 2), line(cup, 2)));
        var id = outcome.order();
        var lines = List.of(new Piece(1, mug, Quantity.of(1)), new Piece(2, cup, Quantity.of(3)));
        assertThat(orders.cancelLines(id, List.of(new Part(store, lines)), "fewer", WEB))
                .isEqualTo(new ChangeOutcome.TooLate(OrderState.PLACED));
        assertThat(orders.fulfil("x" + id, id, new Part(store, lines), WEB))
                .isEqualTo(new ChangeOutcome.TooLate(OrderState.PLACED));
        assertThat(orders.giveBack(id, part(store, mug, 1), WEB))
                .isEqualTo(new ChangeOutcome.TooLate(OrderState.PLACED));
        assertThat(retailer.row(mug, store).allocated()).isEqualTo(2);
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void fewerPiecesFreeTheOthersAtOnceAndTheirMoneyGoesBack() {
        var near = retailer.store("amend-near");
        var far = retailer.store("amend-far");
        var mug = article("mug", 800, near);
        retailer.stock(mug, far, 3);
        retailer.count(mug, near, 3);
        var order = buys(mug, 5);
        var split = orders.find(order).orElseThrow().parts();
        assertThat(split).hasSize(2);
        var last = split.getLast().location();
        assertThat(orders.lower(order, Map.of(1, 2), "two will do", WEB)).isInstanceOf(ChangeOutcome.Done.class);
        var lowered = orders.find(order).orElseThrow();
        assertThat(lowered.parts()).containsExactly(part(split.getFirst().location(), mug, 2));
        assertThat(lowered.total()).isEqualTo(usd(1760));
        assertThat(retailer.row(mug, last)).extracting(Availability::allocated, Availability::available).containsExactly(0, 3);
        assertThat(orders.lower(order, Map.of(1, 2), "again", WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(orders.find(order).orElseThrow().lines().getFirst().cancelled()).isEqualTo(3);
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void whatTheCustomerHasAlreadyAndWhatWasNeverOrderedStaysAsItIs() {
        var store = retailer.store("amend-late");
        var mug = article("mug", 800, store);
        var order = buys(mug, 3);
        fulfil("f" + ids.next(), order, part(store, mug, 2));
        assertThat(orders.lower(order, Map.of(1, 1), "fewer", WEB)).isEqualTo(new ChangeOutcome.TooLate(OrderState.PLACED));
        assertThatThrownBy(() -> orders.lower(order, Map.of(1, 4), "more", WEB)).hasMessageContaining("only become smaller");
        assertThatThrownBy(() -> orders.lower(order, Map.of(2, 0), "none", WEB)).hasMessageContaining("no line 2");
        assertThat(orders.lower(order, Map.of(1, 2), "the rest", WEB))
                .isEqualTo(new ChangeOutcome.Done(OrderState.FULFILLED, usd(880), List.of()));
    }

    @Test
    void anOpenOrderIsSentWhereTheCustomerLivesNow() {
        var mug = article("mug", 800, retailer.store("amend-home"));
        var order = buys(mug, 1);
        var moved = new Address("A. Mover", "2 New Street", null, "Leeds", null, "LS1 1AA", "GB");
        var contact = new Contact("A. Mover", "mover@example.com", null);
        assertThat(orders.readdress(order, contact, moved, WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(orders.find(order).orElseThrow())
                .extracting(OrderView::address, OrderView::contact)
                .containsExactly(moved, contact);
        assertThat(orders.readdress(order, contact, null, WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(orders.find(order).orElseThrow().address()).isEqualTo(moved);
        assertThat(log.ofOrder(order, 100))
                .filteredOn(event -> event.type().equals(OrderChanged.READDRESSED))
                .hasSize(2)
                .noneMatch(event -> event.payload().contains("Leeds") || event.payload().contains("mover"));
        assertThat(orders.cancel(order, "none", WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(orders.readdress(order, contact, moved, WEB)).isEqualTo(new ChangeOutcome.TooLate(OrderState.CANCELLED));
    }

    @Test
    void theSameHandOverTwiceIsOne() {
        var store = retailer.store("twice");
        var mug = article("mug", 800, store);
        var order = buys(mug, 2);
        var id = "f" + ids.next();
        fulfil(id, order, part(store, mug, 1));
        fulfil(id, order, part(store, mug, 1));
        assertThat(orders.find(order).orElseThrow().lines().getFirst().fulfilled())
                .isOne();
        assertThat(orders.find(order).orElseThrow().state()).isEqualTo(OrderState.PLACED);
        assertThat(retailer.row(mug, store).allocated()).isOne();
    }

    @Test
    void anOrderCancelledInTwoStepsIsCancelledAndNotFulfilled() {
        var store = retailer.store("steps");
        var mug = article("mug", 800, store);
        var order = buys(mug, 3);
        assertThat(orders.cancelLines(order, List.of(part(store, mug, 1)), "fewer", WEB))
                .isInstanceOf(ChangeOutcome.Done.class);
        assertThat(orders.cancel(order, "none at all", WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(orders.find(order).orElseThrow().state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void aPlaceThatRejectedBeforeIsNotAskedAgain() {
        var here = retailer.store("here");
        var there = retailer.store("there");
        var mug = article("mug", 800, here);
        var order = buys(mug, 1);
        retailer.stock(mug, there, 1);
        assertThat(reroute(order, here, mug, Set.of())).isNotEmpty();
        assertThat(reroute(order, there, mug, Set.of(here))).isEmpty();
        assertThat(orders.find(order).orElseThrow().state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void whatIsSentStillComesFromNearWhenItsPlaceRejectsIt() {
        var north = new Address("A customer", "1 North Street", null, "Northbury", null, "N" + ids.next(), "US");
        locations.learnPostcodes("US", Map.of(north.postcode(), new Coordinates(55, -71.5)));
        var here = retailer.store("here", 55);
        var mug = article("mug", 800, here);
        var order = ((PlaceOutcome.Placed) orders.place(order(new Delivery.Ship(north), card("tok_approve"), line(mug, 1)))).order();
        retailer.stock(mug, retailer.store("far", 40), 9);
        var near = retailer.store("near", 54.9);
        retailer.stock(mug, near, 1);
        assertThat(reroute(order, here, mug, Set.of())).extracting(Part::location).containsExactly(near);
    }

    /** The first attempt was given up and another one begun: if the first is approved after all, it pays for nothing. */
    @Test
    void anApprovalOfAnOlderAttemptDoesNotPlaceTheOrder() {
        var store = retailer.store("late");
        var mug = article("mug", 800, store);
        var id = ((PlaceOutcome.CardDeclined) orders.place(order(TO_HOME, card("tok_decline"), line(mug, 1)))).order();
        var older = NewPayment.of(new PaymentId(ids.next()), id, Tender.CARD, usd(880), WEB);
        transaction.executeWithoutResult(status -> payments.openAll(List.of(older)));
        var ignored = payments.authorise(older.id(), new io.stoa.payments.gateway.CardToken("tok_approve"), WEB);
        var approved = payments.find(older.id()).orElseThrow();
        transaction.executeWithoutResult(status -> settling.settleLate(List.of(approved), WEB));
        assertThat(orders.find(id).orElseThrow().state()).isEqualTo(OrderState.AWAITING_PAYMENT);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> payments.find(older.id()).orElseThrow().state() == PaymentState.RELEASED);
    }

    private List<Part> reroute(OrderId order, LocationId rejecting, Sku sku, Set<LocationId> without) {
        var outcome = orders.reroute(order, part(rejecting, sku, 1), without, "busy", WEB);
        assertThat(outcome).isInstanceOf(ChangeOutcome.Done.class);
        return ((ChangeOutcome.Done) outcome).moved();
    }

    private OrderId buys(Sku sku, int pieces) {
        var outcome = orders.place(order(TO_HOME, card("tok_approve"), line(sku, pieces)));
        assertThat(outcome).isInstanceOf(PlaceOutcome.Placed.class);
        return ((PlaceOutcome.Placed) outcome).order();
    }

    private void fulfil(String id, OrderId order, Part part) {
        assertThat(orders.fulfil(id, order, part, WEB)).isInstanceOf(ChangeOutcome.Done.class);
    }

    private Sku article(String name, long cents, LocationId store) {
        var sku = retailer.article(name, cents);
        retailer.stock(sku, store, 5);
        return sku;
    }

    private Payment payment(OrderId order) {
        return payments.of(order).getFirst();
    }

    private static Part part(LocationId place, Sku sku, int pieces) {
        return new Part(place, List.of(new Piece(1, sku, Quantity.of(pieces))));
    }

    private static Money usd(long cents) {
        return new Money(cents, Retailer.USD);
    }
}
