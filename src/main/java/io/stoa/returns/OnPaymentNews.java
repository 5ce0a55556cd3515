package io.stoa.returns;

import io.stoa.events.Event;
import io.stoa.events.Listener;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Money was taken or given back: returns of that order that still wait for theirs go on at once. */
@Component("returnsOnPaymentNews")
class OnPaymentNews implements Listener {

    private final ReturnTable returns;
    private final GivingBack givingBack;

    OnPaymentNews(ReturnTable returns, GivingBack givingBack) {
        this.returns = returns;
        this.givingBack = givingBack;
    }

    @Override
    public String name() {
        return "returns-on-payment-news";
    }

    @Override
    public Set<String> types() {
        return Set.of("payments.captured", "payments.refunded");
    }

    @Override
    public void on(List<Event> events) {
        events.stream()
                .map(Event::order)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .flatMap(order -> returns.ofOrder(new OrderId(order)).stream())
                .filter(document -> document.state() == ReturnState.RECEIVED)
                .forEach(document ->
                        returns.lock(document.id()).ifPresent(locked -> givingBack.goOn(locked, Touchpoint.SYSTEM)));
    }
}
