package io.stoa.fulfilment;

import static io.stoa.Retailer.card;
import static io.stoa.Retailer.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.Retailer;
import io.stoa.StoaTest;
import io.stoa.events.EventLog;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.shared.LocationId;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody else collects: named, renamed, taken back, and known by whoever hands over. */
@StoaTest
class CollectorsTest {

    private static final String KIM = "Kim Weber";

    @Autowired
    Retailer retailer;

    @Autowired
    Orders orders;

    @Autowired
    Fulfilment fulfilment;

    @Autowired
    EventLog log;

    @Autowired
    JdbcClient database;

    private Counter counter;
    private LocationId store = LocationId.WEB;
    private Sku mug = new Sku("none");

    @BeforeEach
    void open() {
        counter = new Counter(orders, fulfilment);
        store = retailer.store("proxy");
        mug = retailer.article("mug", 800);
        retailer.stock(mug, store, 5);
    }

    @Test
    void theNameIsWithTheShipmentUntilItIsTakenBackAndInNoEvent() {
        var order = bought(2);
        var shipment = counter.shipment(order);
        assertThat(shipment.collector()).isNull();
        assertThat(fulfilment.collectedBy(order, "  Kim Weber ", Retailer.WEB)).isTrue();
        assertThat(counter.shipment(order).collector()).isEqualTo(KIM);
        assertThat(counter.shipment(order).version()).isEqualTo(shipment.version() + 1);
        assertThat(fulfilment.work(store, null, 10, null).items().getFirst().collector()).isEqualTo(KIM);
        assertThat(fulfilment.collectedBy(order, "Lee", Retailer.WEB)).isTrue();
        assertThat(counter.ready(order).collector()).isEqualTo("Lee");
        assertThat(fulfilment.collectedBy(order, " ", Retailer.WEB)).isTrue();
        assertThat(counter.shipment(order).collector()).isNull();
        assertThat(log.ofOrder(order, 50))
                .filteredOn(event -> event.type().equals(ShipmentChanged.COLLECTOR))
                .hasSize(3)
                .noneMatch(event -> event.payload().contains("Kim") || event.payload().contains("Lee"));
        assertThat(named(order)).isZero();
    }

    @Test
    void whoTookItIsKeptWithTheHandOverAndNowhereElse() {
        var order = bought(2);
        var shipment = counter.ready(order);
        assertThat(fulfilment.collectedBy(order, KIM, Retailer.WEB)).isTrue();
        assertThat(counter.handOver(shipment, "WRONG1")).as("the name proves nothing").isInstanceOf(ShipmentOutcome.WrongCode.class);
        var part = Counter.done(counter.handOver(shipment, counter.code(shipment), new HandOver.Some(1, Quantity.of(1))));
        assertThat(part.collector()).isEqualTo(KIM);
        assertThat(named(order)).as("the rest still waits").isOne();
        assertThat(Counter.done(counter.handOver(shipment, counter.code(shipment))).collector()).isEqualTo(KIM);
        assertThat(named(order)).isZero();
        assertThat(fulfilment.collectedBy(order, "Lee", Retailer.WEB)).as("it is gone").isFalse();
        assertThat(counter.shipment(order).collector()).isEqualTo(KIM);
        assertThat(log.ofOrder(order, 50)).noneMatch(event -> event.payload().contains("Kim"));
    }

    @Test
    void whoComesAfterAllIsNotTakenForSomebodyElse() {
        var order = bought(2);
        var shipment = counter.ready(order);
        assertThat(fulfilment.collectedBy(order, KIM, Retailer.WEB)).isTrue();
        var wish = HandOver.everything("key", new Proof.Vouched(Proof.Why.KNOWN_CUSTOMER, null));
        assertThat(Counter.done(fulfilment.handOver(shipment.id(), wish, Counter.STAFF)).collector()).isNull();
    }

    @Test
    void anotherStoreThatTakesItOverKnowsItToo() {
        var other = retailer.store("proxy");
        retailer.stock(mug, other, 5);
        var order = bought(1);
        var _ = counter.shipment(order);
        assertThat(fulfilment.collectedBy(order, KIM, Retailer.WEB)).isTrue();
        var _ = Counter.done(fulfilment.reject(counter.shipment(order).id(), RejectionReason.OTHER, Counter.STAFF));
        assertThat(counter.shipments(order, 2).getLast().location()).isEqualTo(other);
        assertThat(counter.shipments(order, 2).getLast().collector()).isEqualTo(KIM);
        assertThat(orders.cancel(order, "test", Counter.STAFF)).isInstanceOf(ChangeOutcome.Done.class);
        var _ = counter.becomes(counter.shipments(order, 2).getLast().id(), ShipmentState.CANCELLED);
        assertThat(named(order)).isZero();
        assertThat(fulfilment.collectedBy(order, KIM, Retailer.WEB)).isFalse();
    }

    @Test
    void whatIsSentIsCollectedByNobody() {
        var order = counter.buys(new Delivery.Ship(Retailer.HOME), card("tok_approve"), line(mug, 1));
        var _ = counter.shipment(order);
        assertThat(fulfilment.collectedBy(order, KIM, Retailer.WEB)).isFalse();
        assertThat(named(order)).isZero();
    }

    private OrderId bought(int pieces) {
        return counter.buys(new Delivery.Collect(store), card("tok_approve"), line(mug, pieces));
    }

    private int named(OrderId order) {
        return database.sql("SELECT count(*) FROM fulfilment.proxy WHERE order_id = :order")
                .param("order", order.value())
                .query(Integer.class)
                .single();
    }
}
