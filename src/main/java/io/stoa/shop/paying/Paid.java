package io.stoa.shop.paying;

import io.stoa.page.Texts;
import io.stoa.payments.Payments;
import io.stoa.shared.OrderId;
import io.stoa.shop.Basket;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says with what an order was paid, and how much with each. */
@Component
public class Paid {

    private final Payments payments;

    Paid(Payments payments) {
        this.payments = payments;
    }

    public List<Basket.Sum> of(OrderId order, Texts texts) {
        return payments.of(order).stream()
                .filter(payment -> !payment.paid().isZero())
                .map(one -> new Basket.Sum(texts.get("shop.paid." + one.tender()), texts.money(one.paid())))
                .toList();
    }
}
