package io.stoa.replay;

import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static io.stoa.Retailer.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.DemoTest;
import io.stoa.access.Browser;
import io.stoa.events.EventLog;
import io.stoa.events.Tail;
import io.stoa.inventory.Inventory;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome;
import io.stoa.shared.Channel;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoTest
class ReplayTest {

    private static final int ORDERS = 60;
    private static final int AT_ONCE = 12;

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Tail tail;

    @Autowired
    private EventLog log;

    @Autowired
    private JdbcClient database;

    @Value("${local.server.port}")
    private int port;

    /** Sixty orders through four doors for about half of the goods they want. */
    @Test
    void whatBuyersWereToldIsThereOnceAndNothingIsPromisedTwice() throws Exception {
        var stores = List.of(retailer.store("north", 44), retailer.store("mid", 42), retailer.store("south", 40));
        var skus = stocked(stores);
        var ledger = new Ledger(() -> 0, System::nanoTime);
        var client = client();
        var warehouse = new Warehouse(client, ledger, "test");
        var buyer = new Buyer(client, ledger, "test" + System.nanoTime());
        var heard = new AtomicLong();
        try (var following = tail.follow(new GiveBacks(ledger, client)::see);
                var after = tail.follow(events -> heard.set(events.getLast().seq()))) {
            warehouse.takeStock();
            long putIn = ledger.totalPutIn();
            buyAll(buyer, past(stores, skus), stores);
            assertThat(following).isNotEqualTo(after);
            // What was given back is heard of a moment after it could be promised again.
            long told = log.latest(1).getFirst().seq();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> heard.get() >= told);
            assertThat(putIn).isGreaterThanOrEqualTo(54);
        }
        assertThat(buyer.placed()).as("orders confirmed").isPositive();
        assertThat(buyer.refused()).as("buyers turned away").isPositive();
        assertThat(buyer.cancelled()).as("orders cancelled").isPositive();
        assertThat(ledger.oversold()).isEmpty();
        assertThat(ledger.twice()).isZero();
        everyAcknowledgedOrderIsThere(ledger);
        assertThat(inventory.reconcile().differences()).isEmpty();
        assertThat(inventory.reconcile().compared()).isGreaterThanOrEqualTo(9);
    }

    @Test
    void theStoresWorkOffWhatTheirBuyersOrderedAndLeaveAVisitorTheirs() throws Exception {
        var store = retailer.store("works", 43);
        var scarf = retailer.article("scarf", 900);
        retailer.stock(scarf, store, 4);
        var replayed = collected(scarf, store);
        var visitors = collected(scarf, store);
        Awaitility.await().until(() -> shipments(store).size() == 2);

        var hands = new StoreHands(client(), replayed::equals, shipment -> false);
        rounds(hands, store);
        assertThat(orders.find(replayed).orElseThrow().state()).isEqualTo(OrderState.FULFILLED);
        assertThat(shipments(store)).containsExactly(Map.entry(visitors, "PLACED"));

        database.sql("UPDATE fulfilment.shipment SET placed_at = placed_at - INTERVAL '61 seconds' WHERE order_id = :id")
                .param("id", visitors.value())
                .update();
        rounds(hands, store);
        assertThat(shipments(store)).containsExactly(Map.entry(visitors, "READY"));
    }

    /** More than an order has steps. */
    private static void rounds(StoreHands hands, LocationId store) throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            assertThat(hands.round(store)).isEqualTo(200);
        }
    }

    private OrderId collected(Sku sku, LocationId store) {
        var placed = orders.place(order(new Delivery.Collect(store), card("tok_approve"), line(sku, 1)));
        return ((PlaceOutcome.Placed) placed).order();
    }

    /** The state of all that is open in the store, by order. */
    private Map<OrderId, String> shipments(LocationId store) throws InterruptedException {
        var states = new HashMap<OrderId, String>();
        client().get(new Client.From(Channel.TILL, store), "/api/v1/shipments?location=" + store)
                .body()
                .path("items")
                .forEach(one -> states.put(
                        new OrderId(one.path("order").asLong()), one.path("state").asString()));
        return states;
    }

    private Client client() {
        return new Client(URI.create("http://127.0.0.1:" + port));
    }

    @Test
    void whatRanShortIsDeliveredAgain() throws Exception {
        var store = retailer.store("short", 43);
        var sku = retailer.article("scarf", 900);
        retailer.stock(sku, store, 4);
        var ledger = new Ledger(() -> 0, System::nanoTime);
        var client = client();
        var warehouse = new Warehouse(client, ledger, "test" + System.nanoTime());
        warehouse.takeStock();
        var buyer = new Buyer(client, ledger, "test" + System.nanoTime());
        var past = new PastOrder(2, 1, store, List.of(new PastOrder.Item(sku, 4)));
        assertThat(buyer.run(Errand.of(past, List.of()), 1)).isTrue();
        warehouse.restock();
        assertThat(retailer.row(sku, store).available()).isEqualTo(4);
        assertThat(ledger.oversold()).isEmpty();
    }

    @Test
    void onlyAManagerChangesTheSpeed() throws Exception {
        var answer = new Browser(port).post("/office/replay", "speed=100");
        assertThat(answer.statusCode()).isIn(302, 401, 403);
    }

    private List<Sku> stocked(List<LocationId> stores) {
        var skus = List.of(
                retailer.article("coat", 5000), retailer.article("shirt", 2000), retailer.article("socks", 500));
        skus.forEach(sku -> stores.forEach(store -> retailer.stock(sku, store, 6)));
        return skus;
    }

    /** Numbered so that the first of them is one of those that are regretted, while there is still something to buy. */
    private static List<PastOrder> past(List<LocationId> stores, List<Sku> skus) {
        var past = new ArrayList<PastOrder>();
        for (int i = 1; i <= ORDERS; i++) {
            var items = List.of(
                    new PastOrder.Item(skus.get(i % 3), 1 + i % 2), new PastOrder.Item(skus.get((i + 1) % 3), 1));
            past.add(new PastOrder(i + 18, i, i % 4 == 0 ? stores.get(i % 3) : null, items));
        }
        return past;
    }

    private static void buyAll(Buyer buyer, List<PastOrder> past, List<LocationId> stores) throws Exception {
        try (var crowd = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var errands = past.stream()
                    .<Callable<Boolean>>map(one -> () -> buyer.run(Errand.of(one, stores), one.number()))
                    .toList();
            for (var done : crowd.invokeAll(errands)) {
                assertThat(done.get()).isNotNull();
            }
        }
    }

    private void everyAcknowledgedOrderIsThere(Ledger ledger) {
        var acknowledged = ledger.acknowledged();
        assertThat(new HashSet<>(acknowledged)).hasSameSizeAs(acknowledged);
        for (OrderId id : acknowledged) {
            var order = orders.find(id).orElseThrow();
            assertThat(order.lines()).isNotEmpty();
            assertThat(order.state()).isNotEqualTo(OrderState.EXPIRED);
        }
    }
}
