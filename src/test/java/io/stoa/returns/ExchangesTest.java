package io.stoa.returns;

import static io.stoa.Retailer.line;
import static io.stoa.Retailer.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.inventory.Inventory;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOrder.Paying.InCash;
import io.stoa.orders.PlaceOrder.Paying.Later;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.orders.paying.Tendered;
import io.stoa.payments.Payment;
import io.stoa.payments.Payments;
import io.stoa.returns.ReturnOutcome.Done;
import io.stoa.returns.ReturnOutcome.TooMany;
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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes back pays for what is taken instead, to the cent and once; and money that goes back without any goods. */
@StoaTest
class ExchangesTest {

    private static final Touchpoint STAFF = Touchpoint.of(Channel.TILL, Actor.staff("test"));
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
    Ids ids;

    private LocationId store = LocationId.WEB;
    private Sku mug = new Sku("none");
    private Sku jug = new Sku("none");

    @BeforeEach
    void aStore() {
        store = retailer.store("exchange");
        mug = article("mug", 2000);
        jug = article("jug", 3000);
    }

    /** 22.00 came back, 33.00 is taken: 11.00 in coins. */
    @Test
    void whatIsDearerIsPaidForInPart() {
        var kept = kept(bought(mug, 1), 1);
        assertThat(kept.state()).isEqualTo(ReturnState.RECEIVED);
        assertThat(List.of(kept.worth(), kept.left())).containsOnly(usd(2200));
        assertThat(retailer.row(mug, store).onHand()).isEqualTo(20);
        var instead = placed(jug, 1);
        assertThat(pay(instead, kept, usd(2200))).isEqualTo(new PayOutcome.PartlyPaid(usd(1100)));
        assertThat(orders.pay(instead, new Tendered.InCash(usd(1100)), STAFF)).isInstanceOf(PayOutcome.Paid.class);
        var closed = done(returns.giveBack(kept.id(), STAFF));
        assertThat(closed.state()).isEqualTo(ReturnState.REFUNDED);
        assertThat(List.of(closed.refunded(), closed.exchanged())).containsExactly(usd(0), usd(2200));
        assertThat(returns.exchangedFor(kept.id())).containsExactly(instead);
        assertThat(first(kept.order()).refunded()).as("nothing went back as money").isEqualTo(usd(0));
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    /** 33.00 came back, 22.00 is taken: 11.00 goes back to where it came from. */
    @Test
    void whatIsLeftGoesBackTheWayItWasPaid() {
        var kept = kept(bought(jug, 1), 1);
        var instead = placed(mug, 1);
        assertThat(pay(instead, kept, null)).isInstanceOf(PayOutcome.Paid.class);
        assertThat(returns.find(kept.id()).orElseThrow().left()).isEqualTo(usd(1100));
        var _ = done(returns.giveBack(kept.id(), STAFF));
        var again = settled(kept);
        assertThat(List.of(again.refunded(), again.exchanged())).containsExactly(usd(1100), usd(2200));
        assertThat(first(kept.order()).refunded()).isEqualTo(usd(1100));
        assertThat(((Done) returns.giveBack(kept.id(), STAFF)).repeated()).isTrue();
    }

    @Test
    void aCustomerWhoTakesNothingGetsAllOfIt() {
        var kept = kept(bought(mug, 2), 1);
        var _ = done(returns.giveBack(kept.id(), STAFF));
        assertThat(settled(kept).refunded()).isEqualTo(usd(2200));
        assertThat(pay(placed(jug, 1), kept, usd(100))).isInstanceOf(PayOutcome.Declined.class);
    }

    @Test
    void ofManyTillsAtOnceNoMoreIsPaidWithItThanItIsWorth() throws Exception {
        var kept = kept(bought(mug, 1), 1);
        var waiting = new ArrayList<OrderId>();
        IntStream.range(0, 8).forEach(i -> waiting.add(placed(mug, 1)));
        var outcomes = new ArrayList<PayOutcome>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tasks = waiting.stream().<Callable<PayOutcome>>map(one -> () -> pay(one, kept, usd(1000))).toList();
            for (var one : threads.invokeAll(tasks)) {
                outcomes.add(one.get());
            }
        }
        assertThat(outcomes.stream().filter(PayOutcome.PartlyPaid.class::isInstance)).hasSize(2);
        assertThat(outcomes.stream().filter(PayOutcome.Declined.class::isInstance)).hasSize(6);
        assertThat(returns.find(kept.id()).orElseThrow().left()).isEqualTo(usd(200));
    }

    @Test
    void aSaleThatIsCalledOffLeavesItKept() {
        var kept = kept(bought(mug, 1), 1);
        var instead = placed(jug, 1);
        assertThat(pay(instead, kept, usd(2200))).isInstanceOf(PayOutcome.PartlyPaid.class);
        var _ = orders.cancel(instead, "changed their mind", STAFF);
        Awaitility.await().atMost(PATIENCE).until(() -> returns.find(kept.id()).orElseThrow().left(), usd(2200)::equals);
        assertThat(returns.find(kept.id()).orElseThrow().kept()).isTrue();
        assertThat(pay(placed(mug, 1), kept, null)).isInstanceOf(PayOutcome.Paid.class);
    }

    /** What was taken instead comes back for money: it is the money of the first purchase. */
    @Test
    void whatWasTakenInsteadComesBackTooAndTheFirstMoneyGoesBack() {
        var kept = kept(bought(mug, 1), 1);
        var instead = placed(mug, 1);
        assertThat(pay(instead, kept, null)).isInstanceOf(PayOutcome.Paid.class);
        assertThat(done(returns.giveBack(kept.id(), STAFF)).state()).isEqualTo(ReturnState.REFUNDED);
        Awaitility.await().atMost(PATIENCE).until(() -> first(instead).captured(), usd(2200)::equals);
        assertThat(settled(done(returns.returnAtTill(wish(instead, ReturnKind.RETURN, 1), store, Map.of(), STAFF))).refunded())
                .isEqualTo(usd(2200));
        Awaitility.await().atMost(PATIENCE).until(() -> first(kept.order()).refunded(), usd(2200)::equals);
        var there = settled(kept);
        assertThat(List.of(there.refunded(), there.exchanged())).containsExactly(usd(2200), usd(0));
    }

    @Test
    void aClaimGivesTheMoneyBackAndNothingComesIn() {
        var order = bought(mug, 2);
        var claimed = settled(done(returns.claim(wish(order, ReturnKind.CLAIM, 1), STAFF)));
        assertThat(claimed.refunded()).isEqualTo(usd(2200));
        assertThat(claimed.location()).isNull();
        assertThat(claimed.lines().getFirst().disposition()).isNull();
        assertThat(retailer.row(mug, store).onHand()).as("only what was never sold").isEqualTo(18);
        assertThat(returns.claim(wish(order, ReturnKind.CLAIM, 2), STAFF)).isEqualTo(new TooMany(1, 1));
        assertThatThrownBy(() -> returns.claim(wish(order, ReturnKind.RETURN, 1), STAFF))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(orders.find(order).orElseThrow().lines().getFirst().returned()).isOne();
        assertThat(inventory.reconcile().differences()).isEmpty();
    }

    private Return kept(OrderId order, int pieces) {
        var kept = done(returns.returnAtTill(wish(order, ReturnKind.EXCHANGE, pieces), store, Map.of(), STAFF));
        assertThat(kept.kept()).isTrue();
        return kept;
    }

    private Return settled(Return document) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> returns.find(document.id()).orElseThrow(), one -> one.state() == ReturnState.REFUNDED);
    }

    private PayOutcome pay(OrderId instead, Return kept, @Nullable Money amount) {
        return orders.pay(instead, returns.asTender(kept, amount), STAFF);
    }

    private OrderId bought(Sku sku, int pieces) {
        return placed(sku, pieces, new InCash());
    }

    private OrderId placed(Sku sku, int pieces) {
        var order = placed(sku, pieces, new Later());
        assertThat(orders.find(order).orElseThrow().state()).isEqualTo(OrderState.AWAITING_PAYMENT);
        return order;
    }

    private OrderId placed(Sku sku, int pieces, PlaceOrder.Paying paying) {
        return ((Placed) orders.place(order(new Delivery.TakeAway(store), paying, line(sku, pieces)))).order();
    }

    private Sku article(String name, long cents) {
        var sku = retailer.article(name, cents);
        retailer.stock(sku, store, 20);
        return sku;
    }

    private NewReturn wish(OrderId order, ReturnKind kind, int pieces) {
        var lines = List.of(new NewReturn.Line(1, Quantity.of(pieces), ReturnReason.DOES_NOT_FIT));
        return new NewReturn("test-" + ids.next(), order, kind, lines, null);
    }

    private Payment first(OrderId order) {
        return payments.of(order).getFirst();
    }

    private static Return done(ReturnOutcome outcome) {
        assertThat(outcome).isInstanceOf(Done.class);
        return ((Done) outcome).document();
    }

    private static Money usd(long cents) {
        return new Money(cents, Retailer.USD);
    }
}
