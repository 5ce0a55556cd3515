package io.stoa.returns;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static io.stoa.Retailer.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.inventory.Inventory;
import io.stoa.orders.CartView;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOrder.Paying.InCash;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.payments.Payment;
import io.stoa.payments.Payments;
import io.stoa.returns.ReturnOutcome.Done;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoaTest
class ReturnsTest {

    private static final Touchpoint STAFF = Touchpoint.of(Channel.TILL, Actor.staff("test"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Delivery TO_HOME = new Delivery.Ship(HOME);

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    Returns returns;

    @Autowired
    Payments payments;

    @Autowired
    Inventory inventory;

    @Autowired
    EventLog log;

    @Autowired
    Ids ids;

    /** The card is charged after the parcel has left; the goods are back before. */
    @Test
    void whatWasShippedComesBackInAStoreAndItsMoneyWithIt() {
        var warehouse = retailer.store("far");
        var store = retailer.store("near");
        var shirt = article("shirt", 2955, warehouse, 5);
        var order = buys(TO_HOME, card("tok_approve"), line(shirt, 2));
        sends(order, warehouse, shirt, 2);
        var back = done(returns.returnAtTill(wish(order, 2), store, Map.of(), STAFF));
        assertThat(back.worth()).isEqualTo(usd(6501));
        assertThat(retailer.row(shirt, store).available()).isEqualTo(2);
        assertThat(retailer.row(shirt, warehouse).onHand()).isEqualTo(3);
        becomesRefunded(back.id());
        assertThat(payment(order).refunded()).isEqualTo(usd(6501));
        assertThat(types(back.id())).containsExactly("returns.return_opened", "returns.received", "returns.refunded");
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void whatIsAnnouncedIsReceivedLaterAndOnce() {
        var store = retailer.store("post");
        var mug = article("mug", 800, store, 5);
        var order = taken(store, mug, 2);
        var wish = wish(order, 1);
        var announced = done(returns.open(wish, STAFF));
        assertThat(announced.state()).isEqualTo(ReturnState.REQUESTED);
        assertThat(announced.worth().isZero()).isTrue();
        for (int repeated = 0; repeated < 2; repeated++) {
            var received = done(returns.receive(announced.id(), store, Map.of(1, Disposition.DAMAGE), STAFF));
            assertThat(received.lines().getFirst().disposition()).isEqualTo(Disposition.DAMAGE);
        }
        var row = retailer.row(mug, store);
        assertThat(List.of(row.onHand(), row.damaged())).containsExactly(3, 1);
        becomesRefunded(announced.id());
        assertThat(payment(order).refunded()).isEqualTo(usd(880));
        assertThat(returns.cancel(announced.id(), STAFF)).isEqualTo(new ReturnOutcome.NotNow(ReturnState.REFUNDED));
    }

    @Test
    void whatIsCancelledIsNotReceived() {
        var store = retailer.store("no");
        var order = taken(store, article("mug", 800, store, 5), 1);
        var announced = done(returns.open(wish(order, 1), STAFF));
        assertThat(done(returns.cancel(announced.id(), STAFF)).state()).isEqualTo(ReturnState.CANCELLED);
        assertThat(returns.receive(announced.id(), store, Map.of(), STAFF))
                .isEqualTo(new ReturnOutcome.NotNow(ReturnState.CANCELLED));
    }

    @Test
    void theSameReturnFromManyTillsAtOnceIsOneRefund() throws Exception {
        var store = retailer.store("same");
        var mug = article("mug", 800, store, 5);
        var order = taken(store, mug, 5);
        var wish = wish(order, 1);
        var outcomes = atOnce(12, i -> returns.returnAtTill(wish, store, Map.of(), STAFF));
        assertThat(outcomes.stream().map(ReturnsTest::done).map(Return::id).distinct())
                .hasSize(1);
        assertThat(outcomes.stream().filter(one -> !((Done) one).repeated())).hasSize(1);
        assertThat(retailer.row(mug, store).onHand()).isOne();
        becomesRefunded(done(outcomes.getFirst()).id());
        assertThat(payment(order).refunded()).isEqualTo(usd(880));
        var other = new NewReturn(wish.key(), order, lines(2));
        assertThat(returns.returnAtTill(other, store, Map.of(), STAFF)).isInstanceOf(ReturnOutcome.KeyReused.class);
    }

    @Test
    void noMoreComesBackThanWasHandedOverWhateverTheNumberOfTills() throws Exception {
        var store = retailer.store("rush");
        var mug = article("mug", 800, store, 3);
        var order = taken(store, mug, 3);
        var outcomes = atOnce(12, i -> returns.returnAtTill(wish(order, 1), store, Map.of(), STAFF));
        assertThat(outcomes.stream().filter(Done.class::isInstance)).hasSize(3);
        assertThat(outcomes.stream().filter(new ReturnOutcome.TooMany(1, 0)::equals))
                .hasSize(9);
        assertThat(returns.of(order)).hasSize(3);
        returns.of(order).forEach(one -> becomesRefunded(one.id()));
        assertThat(payment(order).refunded()).isEqualTo(payment(order).captured());
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(3);
    }

    @Test
    void whatIsNotWithTheCustomerYetCannotComeBack() {
        var store = retailer.store("notyet");
        var mug = article("mug", 800, store, 3);
        var order = buys(TO_HOME, card("tok_approve"), line(mug, 3));
        assertThat(returns.returnAtTill(wish(order, 1), store, Map.of(), STAFF))
                .isEqualTo(new ReturnOutcome.TooMany(1, 0));
        assertThat(returns.open(wish(order, 1), STAFF)).isEqualTo(new ReturnOutcome.TooMany(1, 0));
        assertThat(returns.of(order)).isEmpty();
        assertThat(returns.returnAtTill(wish(order, 1), LocationId.WEB, Map.of(), STAFF))
                .isEqualTo(new ReturnOutcome.NotTakenThere(LocationId.WEB));
    }

    @Test
    void aThousandPiecesThatComeBackInHandfulsAddUpToTheirPriceExactly() throws Exception {
        var store = retailer.store("bulk");
        var bolt = article("bolt", 37, store, 1000);
        retailer.stock(bolt, store, 7);
        var order = taken(store, bolt, 1000);
        var total = orders.find(order).orElseThrow().total();
        var random = new Random(4711);
        var handfuls = new ArrayList<Integer>();
        for (int left = 1000; left > 0; left -= handfuls.getLast()) {
            handfuls.add(Math.min(left, 1 + random.nextInt(9)));
        }
        var outcomes = atOnce(
                handfuls.size(), i -> returns.returnAtTill(wish(order, handfuls.get(i)), store, Map.of(), STAFF));
        var worth = outcomes.stream().map(one -> done(one).worth()).reduce(usd(0), Money::plus);
        assertThat(worth).isEqualTo(total);
        Awaitility.await().atMost(PATIENCE).until(() -> payment(order).refunded(), total::equals);
        assertThat(retailer.row(bolt, store).onHand()).isEqualTo(1007);
    }

    /** Three pieces for 1.09: one is cancelled, two are sent one by one and come back one by one. */
    @Test
    void piecesThatComeBackAreWorthWhatWasTakenForThemWhateverWentBefore() {
        var store = retailer.store("cents");
        var pin = article("pin", 33, store, 3);
        var order = buys(TO_HOME, card("tok_approve"), line(pin, 3));
        sends(order, store, pin, 1);
        assertThat(orders.cancelLines(order, List.of(part(store, pin, 1)), "fewer", STAFF))
                .isInstanceOf(ChangeOutcome.Done.class);
        sends(order, store, pin, 1);
        var total = orders.find(order).orElseThrow().total();
        Awaitility.await().atMost(PATIENCE).until(() -> payment(order).captured(), total::equals);
        var one = done(returns.returnAtTill(wish(order, 1), store, Map.of(), STAFF));
        var two = done(returns.returnAtTill(wish(order, 1), store, Map.of(), STAFF));
        becomesRefunded(one.id());
        becomesRefunded(two.id());
        assertThat(payment(order).refunded())
                .isEqualTo(payment(order).captured())
                .isEqualTo(total);
    }

    /** Each parcel is charged by itself: what comes back of all of them at once waits until enough is taken. */
    @Test
    void aRefundWaitsForMoneyThatIsStillBeingTaken() {
        var store = retailer.store("parcels");
        var mug = article("mug", 800, store, 9);
        var order = buys(TO_HOME, card("tok_approve"), line(mug, 9));
        for (int parcel = 0; parcel < 3; parcel++) {
            sends(order, store, mug, 3);
        }
        var back = done(returns.returnAtTill(wish(order, 9), store, Map.of(), STAFF));
        assertThat(back.state()).isEqualTo(ReturnState.RECEIVED);
        becomesRefunded(back.id());
        assertThat(payment(order).refunded())
                .isEqualTo(payment(order).captured())
                .isEqualTo(usd(7920));
    }

    private void becomesRefunded(ReturnId id) {
        var refunded = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> returns.find(id).orElseThrow(), one -> one.state() == ReturnState.REFUNDED);
        assertThat(refunded.refunded()).isEqualTo(refunded.worth());
    }

    private OrderId taken(LocationId store, Sku sku, int pieces) {
        return buys(new Delivery.TakeAway(store), new InCash(), line(sku, pieces));
    }

    private OrderId buys(Delivery delivery, PlaceOrder.Paying paying, CartView.Line line) {
        var outcome = orders.place(order(delivery, paying, line));
        assertThat(outcome).isInstanceOf(Placed.class);
        return ((Placed) outcome).order();
    }

    private void sends(OrderId order, LocationId store, Sku sku, int pieces) {
        assertThat(orders.fulfil("test-" + ids.next(), order, part(store, sku, pieces), STAFF))
                .isInstanceOf(ChangeOutcome.Done.class);
    }

    private Sku article(String name, long cents, LocationId store, int pieces) {
        var sku = retailer.article(name, cents);
        retailer.stock(sku, store, pieces);
        return sku;
    }

    private NewReturn wish(OrderId order, int pieces) {
        return new NewReturn("test-" + ids.next(), order, lines(pieces));
    }

    private Payment payment(OrderId order) {
        return payments.of(order).getFirst();
    }

    private List<String> types(ReturnId id) {
        return log.about("return:" + id, 100).stream().map(Event::type).toList();
    }

    private static List<NewReturn.Line> lines(int pieces) {
        return List.of(new NewReturn.Line(1, Quantity.of(pieces), ReturnReason.CHANGED_MIND));
    }

    private static Part part(LocationId place, Sku sku, int pieces) {
        return new Part(place, List.of(new Piece(1, sku, Quantity.of(pieces))));
    }

    private static Return done(ReturnOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).document();
    }

    private static Money usd(long cents) {
        return new Money(cents, Retailer.USD);
    }

    private interface Doing {
        ReturnOutcome done(int who);
    }

    private static List<ReturnOutcome> atOnce(int many, Doing doing) throws Exception {
        try (var threads = Executors.newFixedThreadPool(Math.min(many, 12))) {
            var tasks = IntStream.range(0, many)
                    .<Callable<ReturnOutcome>>mapToObj(i -> () -> doing.done(i))
                    .toList();
            var outcomes = new ArrayList<ReturnOutcome>();
            for (var one : threads.invokeAll(tasks)) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
