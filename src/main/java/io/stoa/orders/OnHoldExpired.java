package io.stoa.orders;

import io.stoa.events.Event;
import io.stoa.events.EventLog;
import io.stoa.events.Listener;
import io.stoa.inventory.HoldExpired;
import io.stoa.orders.facts.OrderEnded;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Goods were held and not paid in time: the order expires, and money that is held for it is let go. */
@Component
class OnHoldExpired implements Listener {

    private final OrderTable orders;
    private final Refunding money;
    private final EventLog log;
    private final Clock clock;

    OnHoldExpired(OrderTable orders, Refunding money, EventLog log, Clock clock) {
        this.orders = orders;
        this.money = money;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "orders-on-hold-expired";
    }

    @Override
    public Set<String> types() {
        return Set.of(HoldExpired.TYPE);
    }

    @Override
    public void on(List<Event> events) {
        var owners = events.stream().map(event -> event.read(HoldExpired.class).owner()).toList();
        var expired = orders.move(owners, OrderState.AWAITING_PAYMENT, OrderState.EXPIRED, clock.instant());
        log.append(expired.stream()
                .map(order -> Settling.ended(OrderEnded.EXPIRED, order, "not paid in time", Touchpoint.SYSTEM))
                .toList());
        expired.forEach(order -> money.expire(
                new OrderId(order.id()), Money.zero(Currency.getInstance(order.currency())), Touchpoint.SYSTEM));
    }
}
