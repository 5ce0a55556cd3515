package io.stoa.orders;

import io.stoa.events.Event;
import io.stoa.events.Listener;
import io.stoa.payments.Payment;
import io.stoa.payments.PaymentChanged;
import io.stoa.payments.PaymentId;
import io.stoa.payments.Payments;
import io.stoa.shared.Touchpoint;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An approval that had been lost, or came from the provider's page, places the order all the same. */
@Component
class OnPaymentNews implements Listener {

    private final Payments payments;
    private final Settling settling;

    OnPaymentNews(Payments payments, Settling settling) {
        this.payments = payments;
        this.settling = settling;
    }

    @Override
    public String name() {
        return "orders-on-payment-news";
    }

    @Override
    public Set<String> types() {
        return Set.of("payments.authorised");
    }

    @Override
    public void on(List<Event> events) {
        var ids = events.stream()
                .map(event -> new PaymentId(event.read(PaymentChanged.class).payment()))
                .distinct()
                .toList();
        settling.settleLate(payments.findAll(ids).stream().filter(Payment::good).toList(), Touchpoint.SYSTEM);
    }
}
