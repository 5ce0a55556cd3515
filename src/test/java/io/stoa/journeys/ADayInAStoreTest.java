package io.stoa.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.fulfilment.Fulfilment;
import io.stoa.fulfilment.Shipment;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.inventory.Inventory;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.page.Browser;
import io.stoa.payments.Payments;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.staff.Staff;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pick, reject, reroute, arrive, hand over, no-show: what one store does with the orders of a day, and what comes of them. */
@DemoTest
class ADayInAStoreTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Fulfilment fulfilment;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Payments payments;

    @Autowired
    private Staff staff;

    @Autowired
    private JdbcClient database;

    @Value("${local.server.port}")
    private int port;

    private LocationId here = LocationId.WEB;
    private LocationId there = LocationId.WEB;
    private Sku mug = new Sku("none");
    private Sku lamp = new Sku("none");

    @BeforeEach
    void twoStores() {
        retailer.sellOnTheWeb();
        here = retailer.store("day-here", 42.4);
        there = retailer.store("day-there", 44);
        mug = retailer.article("mug", 1000);
        lamp = retailer.article("lamp", 4000);
        retailer.stock(mug, here, 4);
        retailer.stock(lamp, here, 1);
        retailer.stock(lamp, there, 1);
    }

    @Test
    void aDayInAStore() {
        try (var browser = Browser.start();
                var phone = Phone.open(browser, port);
                var elsewhere = Clerk.at(there, browser, staff, port);
                var clerk = Clerk.at(here, browser, staff, port)) {
            clerk.goes("/till/pickups");
            sends(clerk, phone.buys(mug, 1));
            rejects(clerk, elsewhere, phone.buys(lamp, 1));
            handsOver(clerk, collected());
            nobodyComes(clerk, collected());
            clerk.window().assertFlawless();
        }
        assertThat(List.of(retailer.row(mug, here).onHand(), retailer.row(mug, here).available()))
                .as("of four mugs one was sent and one handed over")
                .containsOnly(2);
        assertThat(retailer.row(lamp, here).onHand()).as("a lamp that is not there is not on the books either").isZero();
        assertThat(retailer.row(lamp, there).onHand()).isZero();
        assertThat(inventory.reconcile().differences()).isEmpty();
        assertThat(payments.check().differences()).isEmpty();
    }

    /** Picked and packed where it lies; the money is taken when it leaves. */
    private void sends(Clerk clerk, OrderId order) {
        assertThat(at(here, order)).isEqualTo(ShipmentState.PLACED);
        clerk.does(order, "Accept", "Start picking", "Packed", "Given to the carrier");
        becomes(order, OrderState.FULFILLED);
        await().atMost(PATIENCE).until(() -> captured(order), Money.of(1100, "USD")::equals);
    }

    /** The shelf is empty whatever the books say: another store sends it, and this one is not asked again. */
    private void rejects(Clerk clerk, Clerk elsewhere, OrderId order) {
        assertThat(at(here, order)).as("the nearer store is asked first").isEqualTo(ShipmentState.PLACED);
        clerk.does(order, "Accept");
        var task = clerk.task(order);
        task.locator("summary:has-text('Cannot do it')").click();
        task.locator("button[value=NOT_FOUND]").click();
        assertThat(clerk.page().locator("main")).containsText("Order " + order + " is given back");
        assertThat(retailer.row(lamp, here).available()).isZero();
        elsewhere.goes("/till/pickups").does(order, "Accept", "Start picking", "Packed", "Given to the carrier");
        becomes(order, OrderState.FULFILLED);
        assertThat(fulfilment.of(order).stream().map(Shipment::location)).containsExactly(here, there);
    }

    /** The customer says where they wait; the till hears it by itself. */
    private void handsOver(Clerk clerk, OrderId order) {
        clerk.goes("/till/pickups").does(order, "Accept", "Start picking", "Ready to collect");
        var shipment = fulfilment.of(order).getFirst().id();
        assertThat(fulfilment.arrived(shipment, "Bay 3", Retailer.WEB)).isNotNull();
        Clerk.seen(clerk.page().locator("#tasks"), "Bay 3");
        clerk.task(order).locator("a:has-text('Hand over')").click();
        assertThat(clerk.page().locator("#code")).isFocused();
        clerk.types(Objects.requireNonNull(fulfilment.codes(order).get(shipment)));
        assertThat(clerk.page().locator(".note.good")).isVisible();
        becomes(order, OrderState.FULFILLED);
    }

    /** Its days are over: it lies on the shelf again, and the money is let go. */
    private void nobodyComes(Clerk clerk, OrderId order) {
        clerk.goes("/till/pickups").does(order, "Accept", "Start picking", "Ready to collect");
        var shipment = fulfilment.of(order).getFirst().id();
        assertThat(retailer.row(mug, here).available()).isEqualTo(1);
        database.sql("UPDATE fulfilment.shipment SET collect_by = now() - interval '1 minute' WHERE id = " + shipment).update();
        await().atMost(PATIENCE).until(() -> fulfilment.find(shipment).orElseThrow().state(), ShipmentState.RESTOCKED::equals);
        becomes(order, OrderState.CANCELLED);
        await().atMost(PATIENCE).until(() -> payments.of(order).getFirst().released(), Money.of(1100, "USD")::equals);
        clerk.goes("/till/pickups");
        assertThat(clerk.page().locator("#tasks")).not().containsText("Order " + order);
    }

    private OrderId collected() {
        var asked = Retailer.order(new Delivery.Collect(here), Retailer.card("tok_approve"), Retailer.line(mug, 1));
        return ((Placed) orders.place(asked)).order();
    }

    private ShipmentState at(LocationId store, OrderId order) {
        return await().atMost(PATIENCE)
                .until(() -> fulfilment.of(order), all -> all.size() == 1 && all.getFirst().location().equals(store))
                .getFirst()
                .state();
    }

    private Money captured(OrderId order) {
        return payments.of(order).getFirst().captured();
    }

    private void becomes(OrderId order, OrderState state) {
        await().atMost(PATIENCE).until(() -> orders.find(order).orElseThrow().state(), state::equals);
    }
}
