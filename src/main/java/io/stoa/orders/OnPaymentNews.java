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

/**
 * An approval that had been lost, or came from the provider's page, places the order all the same. Most are no news: the order
 * was placed in the transaction that wrote the approval.
 */
@Component
class OnPaymentNews implements Listener {

    private final OrderTable orders;
    private final Payments payments;
    private final Settling settling;

    OnPaymentNews(OrderTable orders, Payments payments, Settling settling) {
        this.orders = orders;
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
        var changes = events.stream().map(event -> event.read(PaymentChanged.class)).toList();
        var known = orders.settledBy(
                changes.stream().map(PaymentChanged::order).toList(),
                changes.stream().map(PaymentChanged::payment).toList());
        var news = changes.stream()
                .map(PaymentChanged::payment)
                .filter(payment -> !known.contains(payment))
                .distinct()
                .map(PaymentId::new)
                .toList();
        if (!news.isEmpty()) {
            settling.settleLate(payments.findAll(news).stream().filter(Payment::good).toList(), Touchpoint.SYSTEM);
        }
    }
}
