package io.stoa.fulfilment;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.WEB;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static io.stoa.fulfilment.Counter.STAFF;
import static io.stoa.fulfilment.Counter.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import io.stoa.shared.Touchpoint;
import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.inventory.Inventory;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder.Paying.InCash;
import io.stoa.payments.Payment;
import io.stoa.payments.PaymentState;
import io.stoa.payments.Payments;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@StoaTest
class FulfilmentTest {

    private static final Delivery TO_HOME = new Delivery.Ship(HOME);

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    Payments payments;

    @Autowired
    Inventory inventory;

    @Autowired
    EventLog log;

    @Autowired
    JdbcClient database;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(orders, fulfilment);
    }

    @Test
    void aParcelGoesStepByStepAndItsMoneyIsTakenWhenItLeaves() {
        var store = retailer.store("ship");
        var mug = article("mug", 800, store, 5);
        var order = counter.buys(TO_HOME, card("tok_approve"), line(mug, 2));
        var placed = counter.shipment(order);
        assertThat(placed.kind()).isEqualTo(ShipmentKind.SHIP);
        assertThat(fulfilment.pack(placed.id(), STAFF)).isEqualTo(new ShipmentOutcome.NotNow(ShipmentState.PLACED));
        assertThat(fulfilment.ready(counter.picking(order).id(), STAFF))
                .isEqualTo(new ShipmentOutcome.NotNow(ShipmentState.PICKING));
        assertThat(payment(order).captured().isZero()).isTrue();
        var packed = done(fulfilment.pack(placed.id(), STAFF));
        assertThat(done(fulfilment.ship(packed.id(), "1Z1", STAFF)).tracking()).isEqualTo("1Z1");
        assertThat(done(fulfilment.ship(packed.id(), "1Z2", STAFF)).tracking()).isEqualTo("1Z1");
        assertThat(state(order)).isEqualTo(OrderState.FULFILLED);
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(3);
        becomesCaptured(order, 1760);
        assertThat(types(placed.id()))
                .containsExactly(
                        "fulfilment.shipment_placed",
                        "fulfilment.accepted",
                        "fulfilment.picking",
                        "fulfilment.packed",
                        "fulfilment.shipped");
    }

    @Test
    void whatIsTakenAwayAtOnceIsNobodysWork() {
        var store = retailer.store("till");
        var mug = article("mug", 800, store, 5);
        var taken = counter.buys(new Delivery.TakeAway(store), new InCash(), line(mug, 1));
        var later = counter.buys(TO_HOME, card("tok_approve"), line(mug, 1));
        assertThat(counter.shipments(later, 1)).hasSize(1);
        assertThat(fulfilment.of(taken)).isEmpty();
    }

    @Test
    void goodsAreHandedOverAgainstTheirCodeOnly() {
        var ready = collectable(1);
        assertThat(counter.handOver(ready, "nope")).isEqualTo(new ShipmentOutcome.WrongCode(4));
        assertThat(fulfilment.find(ready.id()).orElseThrow().state()).isEqualTo(ShipmentState.READY);
        var typed = counter.code(ready).toLowerCase(java.util.Locale.ROOT).replaceFirst("(...)", "$1-");
        assertThat(done(counter.handOver(ready, typed)).state()).isEqualTo(ShipmentState.HANDED_OVER);
        assertThat(state(ready.order())).isEqualTo(OrderState.FULFILLED);
    }

    @Test
    void fiveWrongCodesLockOutGuessersAtAllTillsTogether() throws Exception {
        var ready = collectable(1);
        var guesses = atOnce(5, i -> counter.handOver(ready, "guess" + i));
        assertThat(guesses.stream().filter(ShipmentOutcome.Locked.class::isInstance))
                .hasSize(1);
        assertThat(counter.handOver(ready, counter.code(ready))).isInstanceOf(ShipmentOutcome.Locked.class);
        database.sql("UPDATE fulfilment.code SET locked_until = now() - INTERVAL '1 second' WHERE shipment_id = :id")
                .param("id", ready.id().value())
                .update();
        assertThat(done(counter.handOver(ready, counter.code(ready))).state()).isEqualTo(ShipmentState.HANDED_OVER);
    }

    @Test
    void theStaffMayVouchForSomebodyWhoseNameStaysOutOfTheLog() {
        var ready = collectable(1);
        var vouched = new Proof.Vouched(Proof.Why.COLLECTS_FOR_CUSTOMER, "Zebedee Quill");
        var handed = done(fulfilment.handOver(ready.id(), HandOver.everything("v" + ready.id(), vouched), STAFF));
        assertThat(handed.state()).isEqualTo(ShipmentState.HANDED_OVER);
        var told = log.ofOrder(ready.order(), 100).stream().map(Event::payload).toList();
        assertThat(told).anyMatch(payload -> payload.contains("COLLECTS_FOR_CUSTOMER"));
        assertThat(told).noneMatch(payload -> payload.contains("Zebedee") || payload.contains(counter.code(ready)));
    }

    @Test
    void someIsHandedOverNowAndTheRestLater() {
        var ready = collectable(3);
        var code = counter.code(ready);
        assertThat(counter.handOver(ready, code, some(4))).isEqualTo(new ShipmentOutcome.TooFew(1, 3));
        var wish = new HandOver("some" + ready.id(), new Proof.Code(code), List.of(some(1)));
        for (int repeated = 0; repeated < 3; repeated++) {
            var first = done(fulfilment.handOver(ready.id(), wish, STAFF));
            assertThat(first.state()).isEqualTo(ShipmentState.READY);
            assertThat(first.lines().getFirst().handedOver()).isOne();
        }
        assertThat(done(counter.handOver(ready, code)).state()).isEqualTo(ShipmentState.HANDED_OVER);
        assertThat(state(ready.order())).isEqualTo(OrderState.FULFILLED);
        becomesCaptured(
                ready.order(), orders.find(ready.order()).orElseThrow().total().minor());
    }

    @Test
    void twoTillsCannotHandOverTheSamePiece() throws Exception {
        var ready = collectable(1);
        var code = counter.code(ready);
        var outcomes = atOnce(8, i -> counter.handOver(ready, code));
        assertThat(outcomes.stream().filter(ShipmentOutcome.Done.class::isInstance))
                .hasSize(1);
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void aRejectedPickupIsCollectedAtTheNearestOtherStoreAndIsNeverAParcelWithoutAnAddress() {
        var chosen = retailer.store("chosen", 42);
        var nearer = retailer.store("nearer", 42.1);
        var near = retailer.store("near", 42.2);
        var far = retailer.store("far", 44);
        var mug = article("mug", 800, chosen, 2);
        retailer.stock(mug, nearer, 2);
        retailer.stock(mug, near, 9);
        retailer.stock(mug, far, 99);
        var order = counter.buys(new Delivery.Collect(chosen), card("tok_approve"), line(mug, 2));
        var ignored = done(fulfilment.reject(counter.shipment(order).id(), RejectionReason.NOT_FOUND, STAFF));
        var again = counter.shipments(order, 2).getLast();
        assertThat(again.location()).isEqualTo(nearer);
        assertThat(again.kind()).isEqualTo(ShipmentKind.COLLECT);
        ignored = done(fulfilment.reject(again.id(), RejectionReason.TOO_BUSY, STAFF));
        var last = counter.shipments(order, 3).getLast();
        assertThat(last.location()).isEqualTo(near);
        var ready = done(fulfilment.ready(counter.picking(last.id()).id(), STAFF));
        ignored = done(counter.handOver(ready, counter.code(ready)));
        assertThat(state(order)).isEqualTo(OrderState.FULFILLED);
        assertThat(fulfilment.of(order)).extracting(Shipment::kind).containsOnly(ShipmentKind.COLLECT);
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void aRejectedPickupThatNoStoreNearHasIsCancelledRefundedAndTheTrailSaysWhy() {
        var chosen = retailer.store("chosen", 42);
        var near = retailer.store("near", 42.1);
        var far = retailer.store("far", 44);
        var mug = article("mug", 800, chosen, 2);
        retailer.stock(mug, near, 1);
        retailer.stock(mug, far, 99);
        var order = counter.buys(new Delivery.Collect(chosen), new InCash(), line(mug, 2));
        var ignored = done(fulfilment.reject(counter.shipment(order).id(), RejectionReason.CLOSED, STAFF));
        assertThat(state(order)).isEqualTo(OrderState.CANCELLED);
        becomesRefunded(order, 1760);
        assertThat(fulfilment.of(order)).extracting(Shipment::state).containsExactly(ShipmentState.REJECTED);
        assertThat(log.ofOrder(order, 50))
                .filteredOn(event -> event.type().equals("orders.lines_cancelled"))
                .singleElement()
                .satisfies(event -> assertThat(event.payload()).contains("no store near it has them"));
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void whatAStoreRejectsIsSentFromAnotherAndTheFirstIsNotAskedAgain() {
        var first = retailer.store("first");
        var second = retailer.store("second");
        var third = retailer.store("third");
        var mug = article("mug", 800, first, 9);
        retailer.stock(mug, second, 5);
        retailer.stock(mug, third, 1);
        var order = counter.buys(TO_HOME, card("tok_approve"), line(mug, 1));
        var rejected = done(fulfilment.reject(counter.shipment(order).id(), RejectionReason.NOT_FOUND, STAFF));
        assertThat(rejected.location()).isEqualTo(first);
        assertThat(retailer.row(mug, first).onHand()).isEqualTo(8);
        var again = counter.shipments(order, 2).getLast();
        assertThat(again.location()).isEqualTo(second);
        assertThat(again.kind()).isEqualTo(ShipmentKind.SHIP);
        assertThat(done(fulfilment.reject(again.id(), RejectionReason.TOO_BUSY, STAFF))
                        .state())
                .isEqualTo(ShipmentState.REJECTED);
        assertThat(retailer.row(mug, second).available()).isEqualTo(5);
        var last = counter.shipments(order, 3).getLast();
        assertThat(last.location()).isEqualTo(third);
        assertThat(counter.sent(last.id()).state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(state(order)).isEqualTo(OrderState.FULFILLED);
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void whatNobodyElseHasIsCancelledAndRefunded() {
        var store = retailer.store("only");
        var vase = article("vase", 5000, store, 1);
        var order = counter.buys(new Delivery.Collect(store), new InCash(), line(vase, 1));
        assertThat(payment(order).captured()).isEqualTo(usd(5500));
        var rejected = done(fulfilment.reject(counter.picking(order).id(), RejectionReason.DAMAGED, STAFF));
        assertThat(rejected.reason()).isEqualTo(RejectionReason.DAMAGED);
        assertThat(state(order)).isEqualTo(OrderState.CANCELLED);
        var row = retailer.row(vase, store);
        assertThat(List.of(row.onHand(), row.allocated(), row.damaged())).containsExactly(0, 0, 1);
        becomesRefunded(order, 5500);
    }

    @Test
    void whatBreaksWhileItIsPackedIsSentFromElsewhereAndWhatIsGoneIsNot() {
        var first = retailer.store("packer");
        var second = retailer.store("other");
        var vase = article("vase", 5000, first, 2);
        retailer.stock(vase, second, 1);
        var order = counter.buys(TO_HOME, card("tok_approve"), line(vase, 1));
        var packed = done(fulfilment.pack(counter.picking(order).id(), STAFF));
        assertThat(packed.location()).isEqualTo(first);
        assertThat(done(fulfilment.reject(packed.id(), RejectionReason.DAMAGED, STAFF)).state())
                .isEqualTo(ShipmentState.REJECTED);
        var row = retailer.row(vase, first);
        assertThat(List.of(row.onHand(), row.allocated(), row.damaged())).containsExactly(1, 0, 1);
        var again = counter.sent(counter.shipments(order, 2).getLast().id());
        assertThat(again.location()).isEqualTo(second);
        assertThat(fulfilment.reject(again.id(), RejectionReason.DAMAGED, STAFF))
                .isEqualTo(new ShipmentOutcome.NotNow(ShipmentState.SHIPPED));
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void whatIsNotCollectedIsBackOnTheShelfAndRefunded() {
        var store = retailer.store("noshow");
        var vase = article("vase", 5000, store, 2);
        var order = counter.buys(new Delivery.Collect(store), new InCash(), line(vase, 2));
        var ready = counter.ready(order);
        assertThat(done(counter.handOver(ready, counter.code(ready), some(1))).state())
                .isEqualTo(ShipmentState.READY);
        assertThat(done(fulfilment.arrived(ready.id(), STAFF)).state()).isEqualTo(ShipmentState.ARRIVED);
        assertThat(done(fulfilment.noShow(ready.id(), STAFF)).state()).isEqualTo(ShipmentState.RESTOCKED);
        assertThat(done(fulfilment.noShow(ready.id(), STAFF)).state()).isEqualTo(ShipmentState.RESTOCKED);
        assertThat(counter.handOver(ready, counter.code(ready)))
                .isEqualTo(new ShipmentOutcome.NotNow(ShipmentState.RESTOCKED));
        assertThat(retailer.row(vase, store).available()).isOne();
        assertThat(state(order)).isEqualTo(OrderState.FULFILLED);
        becomesRefunded(order, 5500);
    }

    @Test
    void whatNobodyCollectsInTimeIsPutBackByTheClockAndItsMoneyReleased() {
        var store = retailer.store("late");
        var vase = article("vase", 5000, store, 2);
        var order = counter.buys(new Delivery.Collect(store), card("tok_approve"), line(vase, 2));
        var ready = counter.ready(order);
        assertThat(fulfilment.find(ready.id()).orElseThrow().collectBy())
                .isCloseTo(Instant.now().plus(Duration.ofDays(7)), within(1, ChronoUnit.MINUTES));

        collectBy(ready.id(), Duration.ofSeconds(-1));
        assertThat(counter.becomes(ready.id(), ShipmentState.RESTOCKED).rest().lines()).isEmpty();
        assertThat(retailer.row(vase, store).available()).isEqualTo(2);
        assertThat(state(order)).isEqualTo(OrderState.CANCELLED);
        assertThat(log.about("shipment:" + ready.id(), 20).getLast())
                .extracting(Event::type, Event::actor)
                .containsExactly("fulfilment.restocked", Touchpoint.SYSTEM.actor().toString());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> payments.of(order).getFirst().state() == PaymentState.RELEASED);
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void whoIsAtTheDoorIsGivenADayMore() {
        var store = retailer.store("door");
        var vase = article("vase", 5000, store, 2);
        var arrived = counter.ready(counter.buys(new Delivery.Collect(store), card("tok_approve"), line(vase, 1)));
        var ignored = done(fulfilment.arrived(arrived.id(), STAFF));
        collectBy(arrived.id(), Duration.ofHours(-2));
        var forgotten = counter.ready(counter.buys(new Delivery.Collect(store), card("tok_approve"), line(vase, 1)));
        collectBy(forgotten.id(), Duration.ofHours(-1));

        assertThat(counter.becomes(forgotten.id(), ShipmentState.RESTOCKED).state()).isEqualTo(ShipmentState.RESTOCKED);
        assertThat(fulfilment.find(arrived.id()).orElseThrow().state()).isEqualTo(ShipmentState.ARRIVED);
        collectBy(arrived.id(), Duration.ofHours(-25));
        assertThat(counter.becomes(arrived.id(), ShipmentState.RESTOCKED).state()).isEqualTo(ShipmentState.RESTOCKED);
    }

    /** As if it had been ready long before. */
    private void collectBy(ShipmentId id, Duration fromNow) {
        database.sql("UPDATE fulfilment.shipment SET collect_by = now() + :seconds * interval '1 second' WHERE id = :id")
                .param("seconds", fromNow.toSeconds())
                .param("id", id.value())
                .update();
    }

    @Test
    void aCancelledOrderIsNobodysWorkAnyMore() {
        var store = retailer.store("cancel");
        var mug = article("mug", 800, store, 5);
        var order = counter.buys(TO_HOME, card("tok_approve"), line(mug, 2));
        var packed = done(fulfilment.pack(counter.picking(order).id(), STAFF));
        assertThat(orders.cancel(order, "changed my mind", WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(fulfilment.ship(packed.id(), null, STAFF)).isNotInstanceOf(ShipmentOutcome.Done.class);
        assertThat(counter.becomes(packed.id(), ShipmentState.CANCELLED).rest().lines())
                .isEmpty();
        assertThat(retailer.row(mug, store).available()).isEqualTo(5);
    }

    @Test
    void takenOutPiecesAreNotSent() {
        var store = retailer.store("less");
        var mug = article("mug", 800, store, 5);
        var order = counter.buys(TO_HOME, card("tok_approve"), line(mug, 3));
        var shipment = counter.shipment(order);
        var why = "shipment 4711 came damaged, as a customer may put it";
        assertThat(orders.lower(order, Map.of(1, 1), why, WEB)).isInstanceOf(ChangeOutcome.Done.class);
        Awaitility.await()
                .until(() -> fulfilment
                        .find(shipment.id())
                        .orElseThrow()
                        .rest()
                        .lines()
                        .getFirst()
                        .quantity()
                        .equals(Quantity.of(1)));
        assertThat(counter.sent(shipment.id()).lines().getFirst().handedOver()).isOne();
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(4);
        becomesCaptured(order, 880);
    }

    /** The store has two shipments of one line; rejecting one of them must not take anything out of the other. */
    @Test
    void whatAStoreRejectsIsNotTakenOutOfItsOtherShipment() {
        var busy = retailer.store("busy", 42);
        var other = retailer.store("other", 45);
        var lamp = article("lamp", 5000, busy, 2);
        retailer.stock(lamp, other, 1);
        var order = counter.buys(TO_HOME, card("tok_approve"), line(lamp, 3));
        var split = counter.shipments(order, 2);
        retailer.stock(lamp, busy, 1);
        var far = split.stream()
                .filter(s -> s.location().equals(other))
                .findFirst()
                .orElseThrow();
        var near = split.stream()
                .filter(s -> s.location().equals(busy))
                .findFirst()
                .orElseThrow();
        assertThat(done(fulfilment.reject(far.id(), RejectionReason.CLOSED, STAFF))
                        .state())
                .isEqualTo(ShipmentState.REJECTED);
        var second = counter.shipments(order, 3).getLast();
        assertThat(second.location()).isEqualTo(busy);
        assertThat(done(fulfilment.reject(second.id(), RejectionReason.NOT_FOUND, STAFF))
                        .state())
                .isEqualTo(ShipmentState.REJECTED);
        var after = counter.buys(TO_HOME, card("tok_approve"), line(article("cup", 1, busy, 1), 1));
        assertThat(counter.shipments(after, 1)).hasSize(1);
        assertThat(fulfilment.find(near.id()).orElseThrow().rest()).isEqualTo(part(busy, lamp, 2));
        assertThat(counter.sent(near.id()).state()).isEqualTo(ShipmentState.SHIPPED);
        assertThat(state(order)).isEqualTo(OrderState.FULFILLED);
        becomesCaptured(order, 11000);
    }

    @Test
    void placesThatRejectToEachOtherAtOnceNeitherLoseNorInventAnything() throws Exception {
        var east = retailer.store("east");
        var west = retailer.store("west");
        var mug = article("mug", 800, east, 40);
        retailer.stock(mug, west, 40);
        var ids = new ArrayList<ShipmentId>();
        for (int i = 0; i < 16; i++) {
            var at = new Delivery.Collect(i % 2 == 0 ? east : west);
            ids.add(counter.shipment(counter.buys(at, card("tok_approve"), line(mug, 1)))
                    .id());
        }
        var outcomes = atOnce(ids.size(), i -> fulfilment.reject(ids.get(i), RejectionReason.TOO_BUSY, STAFF));
        assertThat(outcomes).allMatch(ShipmentOutcome.Done.class::isInstance);
        assertThat(retailer.row(mug, east).allocated() + retailer.row(mug, west).allocated())
                .isEqualTo(16);
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void workIsListedByWhatIsDueFirstPageByPage() {
        var store = retailer.store("desk");
        var mug = article("mug", 800, store, 9);
        var parcel = counter.shipment(counter.buys(TO_HOME, card("tok_approve"), line(mug, 1)));
        var pickup = counter.ready(counter.buys(new Delivery.Collect(store), card("tok_approve"), line(mug, 1)));
        var first = fulfilment.work(store, null, 1, null);
        assertThat(first.items()).extracting(Shipment::id).containsExactly(pickup.id());
        var next = fulfilment.work(store, null, 1, first.next());
        assertThat(next.items()).extracting(Shipment::id).containsExactly(parcel.id());
        assertThat(next.next()).isNull();
        assertThat(fulfilment.work(store, ShipmentState.READY, 9, null).items()).hasSize(1);
        assertThat(done(counter.handOver(pickup, counter.code(pickup)))
                        .lines()
                        .getFirst()
                        .title())
                .isEqualTo("mug");
        assertThat(fulfilment.work(store, ShipmentState.HANDED_OVER, 9, null).items())
                .hasSize(1);
        assertThat(fulfilment.ofAll(List.of(parcel.order(), pickup.order()))).hasSize(2);
    }

    private Shipment collectable(int pieces) {
        var store = retailer.store("collect");
        var mug = article("mug", 333, store, 5);
        return counter.ready(counter.buys(new Delivery.Collect(store), card("tok_approve"), line(mug, pieces)));
    }

    private Sku article(String name, long cents, LocationId store, int pieces) {
        var sku = retailer.article(name, cents);
        retailer.stock(sku, store, pieces);
        return sku;
    }

    private void becomesCaptured(OrderId order, long cents) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> payment(order).captured(), usd(cents)::equals);
    }

    private void becomesRefunded(OrderId order, long cents) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> payment(order).refunded(), usd(cents)::equals);
        assertThat(payment(order).state()).isEqualTo(PaymentState.CAPTURED);
    }

    private Payment payment(OrderId order) {
        return payments.of(order).getFirst();
    }

    private OrderState state(OrderId order) {
        return orders.find(order).orElseThrow().state();
    }

    private List<String> types(ShipmentId id) {
        return log.about("shipment:" + id, 100).stream().map(Event::type).toList();
    }

    private static HandOver.Some some(int pieces) {
        return new HandOver.Some(1, Quantity.of(pieces));
    }

    private static Part part(LocationId place, Sku sku, int pieces) {
        return new Part(place, List.of(new Piece(1, sku, Quantity.of(pieces))));
    }

    private static Money usd(long cents) {
        return new Money(cents, Retailer.USD);
    }

    private interface Doing {
        ShipmentOutcome done(int who);
    }

    private static List<ShipmentOutcome> atOnce(int many, Doing doing) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, many)
                    .<Callable<ShipmentOutcome>>mapToObj(i -> () -> doing.done(i))
                    .toList();
            var outcomes = new ArrayList<ShipmentOutcome>();
            for (var one : threads.invokeAll(tasks)) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
