package io.stoa.notices;

import io.stoa.customers.Customer;
import io.stoa.customers.Customers;
import io.stoa.events.Event;
import io.stoa.fulfilment.ShipmentChanged;
import io.stoa.fulfilment.ShipmentState;
import io.stoa.mail.Letter;
import io.stoa.orders.facts.OrderChanged;
import io.stoa.orders.facts.OrderEnded;
import io.stoa.orders.facts.OrderPaid;
import io.stoa.orders.views.OrderView;
import io.stoa.returns.ReturnChanged;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What is worth telling a buyer, and how it is said. */
@Component
class Occasions {

    static final String TAKE_AWAY = "TAKE_AWAY";
    private static final String REFUNDED = "returns.refunded";

    static final Set<String> TYPES = Set.of(
            OrderPaid.TYPE,
            OrderEnded.CANCELLED,
            OrderChanged.LINES_CANCELLED,
            OrderChanged.LINES_LOWERED,
            ShipmentState.READY.event(),
            ShipmentState.SHIPPED.event(),
            ShipmentChanged.REMINDED,
            REFUNDED);

    private final OrderLetters letters;
    private final Customers customers;

    Occasions(OrderLetters letters, Customers customers) {
        this.letters = letters;
        this.customers = customers;
    }

    /** What was carried away at a till has its receipt on paper; who wants it by mail said so in their account. */
    Optional<Letter> letter(Event event, Reader reader) {
        if (reader.order().delivery().equals(TAKE_AWAY)) {
            return event.type().equals(OrderPaid.TYPE) && wantsReceipts(reader.order())
                    ? Optional.of(letters.receipt(reader))
                    : Optional.empty();
        }
        return switch (event.type()) {
            case OrderPaid.TYPE -> Optional.of(letters.confirmed(reader));
            case OrderEnded.CANCELLED -> Optional.of(letters.cancelled(reader));
            case OrderChanged.LINES_CANCELLED, OrderChanged.LINES_LOWERED ->
                letters.smaller(reader, event.read(OrderChanged.class).changed(), event.keyVersion());
            case REFUNDED ->
                Optional.of(event.read(ReturnChanged.class))
                        .filter(done -> !done.refunded().isZero())
                        .map(done -> letters.refunded(reader, done));
            case ShipmentChanged.REMINDED -> letters.reminder(reader, event.read(ShipmentChanged.class));
            default -> letters.underWay(reader, event.read(ShipmentChanged.class));
        };
    }

    private boolean wantsReceipts(OrderView order) {
        return Optional.ofNullable(order.customer())
                .flatMap(customers::find)
                .filter(Customer::receipts)
                .isPresent();
    }
}
