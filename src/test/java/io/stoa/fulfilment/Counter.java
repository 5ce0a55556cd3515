package io.stoa.fulfilment;

import static io.stoa.Retailer.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.stoa.orders.CartView;
import io.stoa.orders.Delivery;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.shared.Actor;
import io.stoa.shared.Channel;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Buys, and does a place's work up to a point. */
record Counter(Orders orders, Fulfilment fulfilment) {

    static final Touchpoint STAFF = Touchpoint.of(Channel.TILL, Actor.staff("test"));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    OrderId buys(Delivery delivery, PlaceOrder.Paying paying, CartView.Line... lines) {
        var outcome = orders.place(order(delivery, paying, lines));
        assertThat(outcome).isInstanceOf(Placed.class);
        return ((Placed) outcome).order();
    }

    /** Waits until places know what to do for the order. */
    List<Shipment> shipments(OrderId order, int count) {
        return Awaitility.await().atMost(PATIENCE).until(() -> fulfilment.of(order), all -> all.size() == count);
    }

    Shipment shipment(OrderId order) {
        return shipments(order, 1).getFirst();
    }

    Shipment becomes(ShipmentId id, ShipmentState state) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> fulfilment.find(id).orElseThrow(), shipment -> shipment.state() == state);
    }

    Shipment picking(OrderId order) {
        return picking(shipment(order).id());
    }

    Shipment picking(ShipmentId id) {
        var ignored = done(fulfilment.accept(id, STAFF));
        return done(fulfilment.pick(id, STAFF));
    }

    Shipment ready(OrderId order) {
        return done(fulfilment.ready(picking(order).id(), STAFF));
    }

    Shipment sent(ShipmentId id) {
        var ignored = done(fulfilment.pack(picking(id).id(), STAFF));
        return done(fulfilment.ship(id, "1Z999", STAFF));
    }

    String code(Shipment shipment) {
        return java.util.Objects.requireNonNull(
                fulfilment.codes(shipment.order()).get(shipment.id()));
    }

    ShipmentOutcome handOver(Shipment shipment, String code, HandOver.Some... pieces) {
        var wish = new HandOver(UUID.randomUUID().toString(), new Proof.Code(code), List.of(pieces));
        return fulfilment.handOver(shipment.id(), wish, STAFF);
    }

    static Shipment done(ShipmentOutcome outcome) {
        assertThat(outcome).isInstanceOf(ShipmentOutcome.Done.class);
        return ((ShipmentOutcome.Done) outcome).shipment();
    }
}
