package io.stoa.payments.disputes;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.payments.Payments;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what providers tell about disputes. Hearing the same again changes nothing; what was decided stays decided. */
@Component
public class Disputes {

    private final DisputeTable disputes;
    private final Payments payments;
    private final EventLog log;
    private final Clock clock;

    Disputes(DisputeTable disputes, Payments payments, EventLog log, Clock clock) {
        this.disputes = disputes;
        this.payments = payments;
        this.log = log;
        this.clock = clock;
    }

    /** How a dispute stands by now. One about a payment that is not there is none of ours. */
    @Transactional
    public void heard(Dispute dispute) {
        payments.find(dispute.payment())
                .flatMap(payment -> disputes.save(dispute, clock.instant())
                        .map(version -> event(dispute, payment.order(), version)))
                .ifPresent(event -> log.append(List.of(event)));
    }

    /** The disputes about payments of an order, oldest first. */
    public List<Dispute> of(OrderId order) {
        return disputes.ofOrder(order);
    }

    private static NewEvent event(Dispute dispute, OrderId order, long version) {
        var amount = dispute.amount();
        var payload = new DisputeChanged(
                dispute.id(),
                dispute.payment().value(),
                amount.minor(),
                amount.currency().getCurrencyCode(),
                dispute.state());
        var type = DisputeChanged.type(dispute.state(), version == 1);
        return new NewEvent(type, "dispute:" + dispute.id(), version, null, order, Touchpoint.SYSTEM, payload);
    }
}
