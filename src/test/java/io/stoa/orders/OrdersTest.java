package io.stoa.orders;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.USD;
import static io.stoa.Retailer.WEB;
import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static io.stoa.Retailer.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.inventory.Demand;
import io.stoa.inventory.Inventory;
import io.stoa.orders.PlaceOrder.Paying.InCash;
import io.stoa.orders.PlaceOrder.Paying.Later;
import io.stoa.orders.PlaceOutcome.CardDeclined;
import io.stoa.orders.PlaceOutcome.KeyReused;
import io.stoa.orders.PlaceOutcome.OutOfStock;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.orders.views.OrderQuery;
import io.stoa.orders.views.OrderRow;
import io.stoa.orders.views.OrderView;
import io.stoa.payments.PaymentState;
import io.stoa.payments.Payments;
import io.stoa.routing.Explanation;
import io.stoa.routing.Part;
import io.stoa.routing.Part.Piece;
import io.stoa.shared.Channel;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@StoaTest
class OrdersTest {

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    Carts carts;

    @Autowired
    Inventory inventory;

    @Autowired
    Placement placement;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Payments payments;

    @Autowired
    Ids ids;

    private static final Delivery TO_HOME = new Delivery.Ship(HOME);

    @Test
    void aPaidOrderAllocatesItsGoodsAndHoldsItsMoney() {
        var leeds = retailer.store("leeds");
        var shirt = retailer.article("shirt", 2955);
        retailer.stock(shirt, leeds, 5);
        var placed = placed(order(TO_HOME, card("tok_approve"), line(shirt, 2)));
        assertThat(placed.state()).isEqualTo(OrderState.PLACED);
        assertThat(placed.total()).isEqualTo(new Money(6501, USD));
        var row = retailer.row(shirt, leeds);
        assertThat(List.of(row.onHand(), row.held(), row.allocated(), row.available())).containsExactly(5, 0, 2, 3);
        assertThat(payments.of(placed.order()).getFirst().state()).isEqualTo(PaymentState.AUTHORISED);
        assertThat(orders.find(placed.order()).orElseThrow().explanation().verdict()).isEqualTo(Explanation.Verdict.ONE_PLACE);
    }

    @Test
    void aDeclinedCardLeavesTheGoodsHeldSoThatAnotherCardMayPay() {
        var store = retailer.store("york");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 1);
        var outcome = orders.place(order(TO_HOME, card("tok_decline"), line(mug, 1)));
        assertThat(outcome).isInstanceOf(CardDeclined.class);
        var id = ((CardDeclined) outcome).order();
        assertThat(retailer.row(mug, store).held()).isOne();
        assertThat(orders.pay(id, new io.stoa.payments.gateway.CardToken("tok_approve"), WEB))
                .isEqualTo(new PayOutcome.Paid(OrderState.PLACED));
        assertThat(retailer.row(mug, store).allocated()).isOne();
    }

    @Test
    void anApprovalThatGotLostPlacesTheOrderOnceItIsKnown() {
        var store = retailer.store("hull");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 1);
        var placed = placed(order(TO_HOME, card("tok_timeout"), line(mug, 1)));
        assertThat(placed.state()).isEqualTo(OrderState.AWAITING_PAYMENT);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state(placed.order()) == OrderState.PLACED);
    }

    @Test
    void cashAtTheTillSellsOnTheSpot() {
        var till = retailer.store("till");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, till, 3);
        var placed = placed(order(new Delivery.TakeAway(till), new InCash(), line(mug, 2)));
        assertThat(placed.state()).isEqualTo(OrderState.FULFILLED);
        var row = retailer.row(mug, till);
        assertThat(List.of(row.onHand(), row.held(), row.allocated())).containsExactly(1, 0, 0);
        assertThat(payments.of(placed.order()).getFirst().captured()).isEqualTo(placed.total());
    }

    @Test
    void ordersOfOneStateOrDoorAreListedNewestFirstOnAllPages() {
        var till = retailer.store("doors");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, till, 20);
        var web = new ArrayList<OrderId>();
        var sold = new ArrayList<OrderId>();
        var waiting = new ArrayList<OrderId>();
        for (int i = 0; i < 3; i++) {
            web.addFirst(placed(order(TO_HOME, card("tok_approve"), line(mug, 1))).order());
            sold.addFirst(placed(order(new Delivery.TakeAway(till), new InCash(), line(mug, 1))).order());
            waiting.addFirst(placed(order(TO_HOME, new Later(), line(mug, 1))).order());
        }
        var first = web.getLast();
        assertThat(listed(OrderState.PLACED, Channel.WEB, first)).containsExactlyElementsOf(web);
        assertThat(listed(OrderState.FULFILLED, null, first)).containsExactlyElementsOf(sold);
        assertThat(listed(OrderState.AWAITING_PAYMENT, null, first)).containsExactlyElementsOf(waiting);
        assertThat(listed(OrderState.EXPIRED, Channel.PHONE, first)).isEmpty();
        var all = listed(null, Channel.WEB, first);
        assertThat(all).containsAll(web).containsAll(waiting).isSortedAccordingTo((one, other) -> Long.compare(other.value(), one.value()));
        assertThat(listed(null, null, first)).hasSize(9);
    }

    /** Since that order, two on a page. */
    private List<OrderId> listed(@Nullable OrderState state, @Nullable Channel door, OrderId since) {
        var all = new ArrayList<OrderId>();
        OrderQuery.Before before = null;
        do {
            var page = orders.list(new OrderQuery(state, door, null, before, 2));
            page.items().stream().map(OrderRow::id).filter(id -> id.value() >= since.value()).forEach(all::add);
            before = page.next() == null || page.items().getLast().id().value() < since.value()
                    ? null
                    : new OrderQuery.Before(page.next());
        } while (before != null);
        return all;
    }

    @Test
    void theSameKeyIsTheSameOrderAndAnotherRequestUnderItIsRefused() {
        var store = retailer.store("bath");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 9);
        var first = placed(order("key-" + mug, TO_HOME, card("tok_approve"), line(mug, 1)));
        var again = placed(order("key-" + mug, TO_HOME, card("tok_approve"), line(mug, 1)));
        assertThat(again.order()).isEqualTo(first.order());
        assertThat(again.repeated()).isTrue();
        assertThat(retailer.row(mug, store).allocated()).isOne();
        assertThat(orders.place(order("key-" + mug, TO_HOME, card("tok_approve"), line(mug, 2))))
                .isInstanceOf(KeyReused.class);
    }

    @Test
    void theSameKeyFromManyDoorsAtOnceIsOneOrder() throws Exception {
        var store = retailer.store("bath");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 50);
        var outcomes = atOnce(40, i -> orders.place(order("race-" + mug, TO_HOME, new Later(), line(mug, 1))));
        assertThat(outcomes.stream().map(outcome -> ((Placed) outcome).order()).distinct())
                .hasSize(1);
        assertThat(retailer.row(mug, store).held()).isOne();
    }

    @Test
    void aThousandBuyersNeverGetMoreThanThereIs() throws Exception {
        var north = retailer.store("north", 45);
        var south = retailer.store("south", 40);
        var vase = retailer.article("vase", 9900);
        retailer.stock(vase, north, 60);
        retailer.stock(vase, south, 40);
        var outcomes = atOnce(1000, i -> orders.place(order(TO_HOME, card("tok_approve"), line(vase, 1))));
        assertThat(outcomes.stream().filter(Placed.class::isInstance)).hasSize(100);
        assertThat(outcomes.stream().filter(OutOfStock.class::isInstance)).hasSize(900);
        assertThat(retailer.row(vase, north).available() + retailer.row(vase, south).available())
                .isZero();
        assertThat(inventory.reconcile().differences()).isEmpty();
        assertThat(inventory.reconcile().compared()).isPositive();
    }

    @Test
    void basketsInOppositeOrdersNeitherWaitForEachOtherNorOversell() throws Exception {
        var store = retailer.store("oslo");
        var skus = IntStream.range(0, 6).mapToObj(i -> retailer.article("part", 100)).toList();
        skus.forEach(sku -> retailer.stock(sku, store, 40));
        var outcomes = atOnce(200, i -> {
            var random = new Random(i);
            var mine = new ArrayList<>(skus);
            java.util.Collections.shuffle(mine, random);
            var lines = mine.subList(0, 3).stream()
                    .map(sku -> line(sku, 1 + random.nextInt(2)))
                    .toArray(CartView.Line[]::new);
            return orders.place(order(TO_HOME, card("tok_approve"), lines));
        });
        assertThat(outcomes).allMatch(one -> one instanceof Placed || one instanceof OutOfStock);
        for (var sku : skus) {
            var row = retailer.row(sku, store);
            assertThat(row.allocated()).isEqualTo(promised(outcomes, sku)).isLessThanOrEqualTo(40);
        }
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    @Test
    void whatNoSinglePlaceHasIsServedByTwo() {
        var here = retailer.store("here");
        var there = retailer.store("there");
        var lamp = retailer.article("lamp", 5000);
        retailer.stock(lamp, here, 2);
        retailer.stock(lamp, there, 1);
        var view = view(placed(order(TO_HOME, card("tok_approve"), line(lamp, 3))));
        assertThat(view.parts()).extracting(Part::location).containsExactlyInAnyOrder(here, there);
        assertThat(view.explanation().verdict()).isEqualTo(Explanation.Verdict.SEVERAL_PLACES);
    }

    @Test
    void aCancelledOrderFreesItsGoodsAndItsMoney() {
        var store = retailer.store("kiel");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 2);
        var placed = placed(order(TO_HOME, card("tok_approve"), line(mug, 2)));
        assertThat(orders.cancel(placed.order(), "changed my mind", WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(retailer.row(mug, store).available()).isEqualTo(2);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> payments.of(placed.order()).getFirst().state()
                == PaymentState.RELEASED);
        assertThat(orders.cancel(placed.order(), "again", WEB)).isInstanceOf(ChangeOutcome.TooLate.class);
    }

    @Test
    void whatAStoreRejectsIsPromisedElsewhere() {
        var first = retailer.store("first");
        var second = retailer.store("second");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, first, 5);
        retailer.stock(mug, second, 1);
        var placed = placed(order(TO_HOME, card("tok_approve"), line(mug, 1)));
        var part = view(placed).parts().getFirst();
        assertThat(part.location()).isEqualTo(first);
        assertThat(orders.reroute(placed.order(), part, Set.of(), "not found", WEB)).isInstanceOf(ChangeOutcome.Done.class);
        assertThat(view(placed).parts().getFirst().location()).isEqualTo(second);
        assertThat(orders.reroute(placed.order(), view(placed).parts().getFirst(), Set.of(), "nor here", WEB))
                .isInstanceOf(ChangeOutcome.Done.class);
        assertThat(view(placed).parts().getFirst().location()).isEqualTo(first);
        assertThat(retailer.row(mug, second).available()).isOne();
    }

    @Test
    void whatIsHandedOverLeavesTheStoreAndIsPaid() {
        var store = retailer.store("pick");
        var mug = retailer.article("mug", 333);
        retailer.stock(mug, store, 5);
        var placed = placed(order(new Delivery.Collect(store), card("tok_approve"), line(mug, 3)));
        fulfil(placed.order(), store, mug, 1);
        assertThat(state(placed.order())).isEqualTo(OrderState.PLACED);
        fulfil(placed.order(), store, mug, 2);
        assertThat(state(placed.order())).isEqualTo(OrderState.FULFILLED);
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(2);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> payments.of(placed.order()).getFirst().captured()
                .equals(placed.total()));
    }

    @Test
    void aGuestsCartJoinsTheCustomersAtSignIn() {
        var mug = retailer.article("mug", 800);
        var cup = retailer.article("cup", 700);
        var customer = new CustomerId(ids.next());
        var own = carts.open(WEB, customer, USD);
        var guest = carts.open(WEB, null, USD);
        assertThat(carts.put(own.id(), mug, 1)).isInstanceOf(CartOutcome.Changed.class);
        assertThat(carts.put(guest.id(), mug, 3)).isInstanceOf(CartOutcome.Changed.class);
        assertThat(carts.put(guest.id(), cup, 2)).isInstanceOf(CartOutcome.Changed.class);
        var merged = carts.mergeAtSignIn(guest.id(), customer, WEB, USD);
        assertThat(merged.id()).isEqualTo(own.id());
        assertThat(merged.lines()).containsExactly(line(mug, 3), line(cup, 2));
        assertThat(carts.mergeAtSignIn(guest.id(), customer, WEB, USD)).isEqualTo(merged);
        assertThat(carts.put(guest.id(), cup, 1)).isInstanceOf(CartOutcome.NotOpen.class);
    }

    /** The second is routed while the first is still being written, to the place that the first is about to empty. */
    @Test
    void whoLosesARaceGetsWhatLiesElsewhere() throws Exception {
        var coat = retailer.article("coat", 9_000);
        var places = List.of(retailer.store("leeds"), retailer.store("york"));
        places.forEach(place -> retailer.stock(coat, place, 1));
        try (var doors = Executors.newVirtualThreadPerTaskExecutor()) {
            var buyers = transactions.execute(status -> {
                int us = database.sql("SELECT pg_backend_pid()").query(Integer.class).single();
                inventory.lock(places.stream().map(at -> new Demand(1, coat, at, Quantity.of(1))).toList());
                var first = doors.submit(() -> orders.place(order(TO_HOME, new Later(), line(coat, 1))));
                Awaitility.await().until(() -> Retailer.isAwaited(database, us));
                var second = doors.submit(() -> orders.place(order(TO_HOME, new Later(), line(coat, 1))));
                Awaitility.await().until(() -> placement.waiting() == 1);
                return List.of(first, second);
            });
            for (var buyer : buyers) {
                assertThat(buyer.get()).isInstanceOf(Placed.class);
            }
        }
    }

    @Test
    void anotherWishUnderAKeyThatIsUnderWayIsRefused() throws Exception {
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, retailer.store("leeds"), 100);
        var key = "key" + ids.next();
        var outcomes = atOnce(24, i -> orders.place(order(key, TO_HOME, new Later(), line(mug, 1 + i % 2))));
        var placed = outcomes.stream().filter(Placed.class::isInstance).map(Placed.class::cast).toList();
        assertThat(placed).hasSize(12).extracting(Placed::order).containsOnly(placed.getFirst().order());
        assertThat(placed.stream().filter(one -> !one.repeated())).hasSize(1);
        assertThat(outcomes.stream().filter(KeyReused.class::isInstance)).hasSize(12);
    }

    @Test
    void aCartOrderedUnderManyKeysAtOnceIsOneOrder() throws Exception {
        var store = retailer.store("leeds");
        var mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 100);
        var cart = filled(mug);
        var outcomes = atOnce(24, i -> orders.place(ofCart(cart, "key-" + cart + "-" + i)));
        var placed = outcomes.stream().filter(Placed.class::isInstance).map(Placed.class::cast).toList();
        assertThat(placed).hasSize(1);
        assertThat(outcomes.stream().filter(new PlaceOutcome.CartMoved(cart)::equals)).hasSize(23);
        assertThat(retailer.row(mug, store).held()).isEqualTo(1);
        assertThat(database.sql("SELECT count(*) FROM orders.orders WHERE idempotency_key LIKE :keys")
                        .param("keys", "key-" + cart + "-%")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aCartThatIsMergedWhileItChangesLosesNothing() throws Exception {
        var skus = IntStream.range(0, 12).mapToObj(i -> retailer.article("jar" + i, 100)).toList();
        var customer = new CustomerId(ids.next());
        var own = carts.open(WEB, customer, USD).id();
        var guest = carts.open(WEB, null, USD).id();
        var said = Collections.synchronizedSet(new HashSet<Sku>());
        try (var doors = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<?>>();
            for (var sku : skus) {
                calls.add(doors.submit(() -> {
                    var cart = skus.indexOf(sku) % 2 == 0 ? guest : own;
                    if (carts.put(cart, sku, 1) instanceof CartOutcome.Changed) {
                        said.add(sku);
                    }
                }));
                calls.add(doors.submit(() -> carts.mergeAtSignIn(guest, customer, WEB, USD)));
            }
            for (var call : calls) {
                call.get();
            }
        }
        assertThat(carts.ofCustomer(customer).orElseThrow().lines())
                .extracting(CartView.Line::sku)
                .containsExactlyInAnyOrderElementsOf(said);
    }

    @Test
    void whateverIsPutIntoACartAtOnceIsAllInIt() throws Exception {
        var skus = IntStream.range(0, 24).mapToObj(i -> retailer.article("tray" + i, 100)).toList();
        var cart = carts.open(WEB, null, USD).id();
        try (var doors = Executors.newVirtualThreadPerTaskExecutor()) {
            var puts = skus.stream().map(sku -> doors.submit(() -> carts.put(cart, sku, 2))).toList();
            for (var put : puts) {
                assertThat(put.get()).isInstanceOf(CartOutcome.Changed.class);
            }
        }
        var filled = carts.find(cart).orElseThrow();
        assertThat(filled.lines()).containsExactlyInAnyOrderElementsOf(skus.stream().map(sku -> line(sku, 2)).toList());
        assertThat(filled.version()).isEqualTo(1 + skus.size());
    }

    private CartId filled(Sku sku) {
        var cart = carts.open(WEB, null, USD).id();
        assertThat(carts.put(cart, sku, 1)).isInstanceOf(CartOutcome.Changed.class);
        assertThat(carts.choose(cart, TO_HOME)).isInstanceOf(CartOutcome.Changed.class);
        return cart;
    }

    private static PlaceOrder ofCart(CartId cart, String key) {
        return new PlaceOrder(key, "hash", cart, List.of(), null, USD, null, Contact.NONE, new Later(), WEB);
    }

    private void fulfil(OrderId id, LocationId store, Sku sku, int pieces) {
        var part = new Part(store, List.of(new Piece(1, sku, Quantity.of(pieces))));
        assertThat(orders.fulfil("h" + ids.next(), id, part, WEB)).isInstanceOf(ChangeOutcome.Done.class);
    }

    private int promised(List<PlaceOutcome> outcomes, Sku sku) {
        return outcomes.stream()
                .filter(Placed.class::isInstance)
                .flatMap(outcome -> view((Placed) outcome).lines().stream())
                .filter(line -> line.sku().equals(sku))
                .mapToInt(OrderView.Line::quantity)
                .sum();
    }

    private Placed placed(PlaceOrder asked) {
        var outcome = orders.place(asked);
        assertThat(outcome).isInstanceOf(Placed.class);
        return (Placed) outcome;
    }

    private OrderView view(Placed placed) {
        return orders.find(placed.order()).orElseThrow();
    }

    private OrderState state(OrderId id) {
        return orders.find(id).orElseThrow().state();
    }

    private interface Buying {
        PlaceOutcome buy(int buyer);
    }

    private static List<PlaceOutcome> atOnce(int buyers, Buying buying) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = IntStream.range(0, buyers)
                    .<Callable<PlaceOutcome>>mapToObj(i -> () -> buying.buy(i))
                    .toList();
            var outcomes = new ArrayList<PlaceOutcome>();
            for (Future<PlaceOutcome> one : threads.invokeAll(tasks)) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}
