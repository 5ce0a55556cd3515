package io.stoa.payments.setbacks;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.payments.Payments;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what providers tell that they undid. The books stay: people decide what is done about it. Hearing the same again changes nothing. */
@Component
public class Setbacks {

    private final SetbackTable setbacks;
    private final Payments payments;
    private final EventLog log;
    private final Clock clock;

    Setbacks(SetbackTable setbacks, Payments payments, EventLog log, Clock clock) {
        this.setbacks = setbacks;
        this.payments = payments;
        this.log = log;
        this.clock = clock;
    }

    /** One about a payment that is not there is none of ours. */
    @Transactional
    public void heard(Setback setback) {
        payments.find(setback.payment())
                .filter(payment -> setbacks.add(setback, clock.instant()))
                .ifPresent(payment -> log.append(List.of(event(setback, payment.order()))));
    }

    /** The setbacks of payments of an order, in the order in which they were heard of. */
    public List<Setback> of(OrderId order) {
        return setbacks.ofOrder(order);
    }

    private static NewEvent event(Setback setback, OrderId order) {
        var amount = setback.amount();
        var payload = new SetbackHeard(
                setback.id(), setback.payment().value(), amount.minor(), amount.currency().getCurrencyCode());
        return new NewEvent(
                SetbackHeard.type(setback.kind()), "setback:" + setback.id(), 1, null, order, Touchpoint.SYSTEM, payload);
    }
}
