package io.stoa.orders;

import static io.stoa.Retailer.HOME;
import static io.stoa.Retailer.USD;
import static io.stoa.Retailer.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.DemoTest;
import io.stoa.Retailer;
import io.stoa.orders.PlaceOutcome.CartMoved;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.register.Associate;
import io.stoa.shared.CustomerId;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import io.stoa.showing.Showing;
import io.stoa.staff.Staff;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A cart that somebody sells in orders that do not name it, as a till does, becomes an order at no other door meanwhile. */
@DemoTest
class ClaimedCartTest {

    private static final int ROUNDS = 100;

    @Autowired
    private Retailer retailer;

    @Autowired
    private Orders orders;

    @Autowired
    private Carts carts;

    @Autowired
    private Showing showing;

    @Autowired
    private Staff staff;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient database;

    @Value("${local.server.port}")
    private int port;

    private LocationId store = LocationId.WEB;
    private Sku mug = new Sku("none");

    @BeforeEach
    void mugs() {
        store = retailer.store("claims");
        mug = retailer.article("mug", 1000);
        retailer.stock(mug, store, 2 * ROUNDS);
    }

    /** The till asks at once, or up to almost twice as long later as the shop needs. */
    @Test
    void ofACheckoutAndATillAtTheSameMomentOneHasTheCart() throws Exception {
        int claimed = 0;
        long took = 0;
        try (var doors = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < ROUNDS; round++) {
                var cart = filled();
                long later = took * (round % 8) / 4;
                long begin = System.nanoTime();
                var till = doors.submit(() -> {
                    LockSupport.parkNanos(later);
                    return carts.claim(cart, "till");
                });
                boolean placed = place(cart) instanceof Placed;
                took = System.nanoTime() - begin;
                assertThat(placed).as("round %d", round).isNotEqualTo(till.get());
                claimed += till.get() ? 1 : 0;
            }
        }
        assertThat(claimed).as("how often the till was first: else nothing was tried").isBetween(1, ROUNDS - 1);
    }

    @Test
    void itIsOneSellersUntilNothingComesOfIt() {
        var cart = filled();
        assertThat(carts.claim(cart, "till")).isTrue();
        assertThat(carts.claim(cart, "till")).as("the same attempt once more").isTrue();
        assertThat(carts.claim(cart, "another till")).isFalse();
        carts.release(cart, "another till");
        assertThat(place(cart)).isEqualTo(new CartMoved(cart));

        carts.release(cart, "till");
        assertThat(place(cart)).isInstanceOf(Placed.class);
        assertThat(carts.claim(cart, "till")).as("what is ordered").isFalse();
    }

    @Test
    void whatIsSoldLeavesItAndWhatWasAddedMeanwhileStays() {
        var plate = retailer.article("plate", 500);
        var cart = filled();
        assertThat(carts.claim(cart, "till")).isTrue();
        assertThat(carts.put(cart, mug, 3)).isInstanceOf(CartOutcome.Changed.class);
        assertThat(carts.put(cart, plate, 1)).isInstanceOf(CartOutcome.Changed.class);

        carts.sold(cart, "till", List.of(Retailer.line(mug, 1)));
        assertThat(carts.find(cart).orElseThrow().lines()).containsExactly(Retailer.line(mug, 2), Retailer.line(plate, 1));
        assertThat(carts.claim(cart, "another till")).isTrue();
    }

    @Test
    void whoNeverCameBackForItKeepsNobodyFromBuyingIt() {
        var cart = filled();
        assertThat(carts.claim(cart, "till")).isTrue();
        assertThat(database.sql("UPDATE orders.cart SET claimed_until = now() - interval '1 second' WHERE id = :id")
                        .param("id", cart.value())
                        .update())
                .isOne();
        assertThat(place(cart)).isInstanceOf(Placed.class);
    }

    /** The guest signs in while the till has the cart: its goods do not appear in the customer's cart a second time. */
    @Test
    void itIsNotJoinedWithAnother() {
        var customer = new CustomerId(ids.next());
        var own = carts.open(WEB, customer, USD);
        var cart = filled();
        assertThat(carts.claim(cart, "till")).isTrue();
        assertThat(carts.mergeAtSignIn(cart, customer, WEB, USD).id()).isEqualTo(own.id());
        assertThat(carts.find(own.id()).orElseThrow().isEmpty()).isTrue();

        carts.release(cart, "till");
        assertThat(carts.mergeAtSignIn(cart, customer, WEB, USD).lines()).containsExactly(Retailer.line(mug, 1));
    }

    @Test
    void aTillThatHasBegunToTakeMoneyHasItUntilItCallsTheSaleOff() throws Exception {
        var cart = filled();
        var associate = shownAt(cart);
        var part = "attempt=" + Associate.encoded(associate.attempt("cash")) + "&given=4";
        assertThat(associate.send("/till/parts", part)).contains("$7.00");
        assertThat(place(cart)).isEqualTo(new CartMoved(cart));

        assertThat(associate.send("/till/parts/back", "")).contains("Hand back $4.00 in cash");
        assertThat(place(cart)).isInstanceOf(Placed.class);
    }

    @Test
    void aSaleThatIsRefusedLeavesItToOtherDoors() throws Exception {
        var cart = filled();
        assertThat(shownAt(cart).payCard("tok_decline")).contains("declined");
        assertThat(place(cart)).isInstanceOf(Placed.class);
    }

    @Test
    void aCartThatWasJustBoughtElsewhereIsNotSoldAgain() throws Exception {
        var cart = filled();
        var associate = shownAt(cart);
        var form = "attempt=" + Associate.encoded(associate.attempt("cash")) + "&given=";
        assertThat(carts.claim(cart, "another door")).isTrue();

        assertThat(associate.send("/till/sale", form)).contains("it was bought or emptied at another door");
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(2 * ROUNDS);
    }

    private Associate shownAt(CartId cart) throws Exception {
        var associate = Associate.at(store, staff, port);
        assertThat(associate.send("/till/scan", "code=" + showing.show(cart).code())).contains("The customer’s cart, shown here");
        return associate;
    }

    private CartId filled() {
        var cart = carts.open(WEB, null, USD).id();
        assertThat(carts.put(cart, mug, 1)).isInstanceOf(CartOutcome.Changed.class);
        assertThat(carts.choose(cart, new Delivery.Ship(HOME))).isInstanceOf(CartOutcome.Changed.class);
        return cart;
    }

    private PlaceOutcome place(CartId cart) {
        return orders.place(new PlaceOrder(
                "shop-" + ids.next(), "hash", cart, List.of(), null, USD, null, Contact.NONE, new PlaceOrder.Paying.Later(), WEB));
    }
}
