package io.stoa.orders;

import io.stoa.catalog.SellableItem;
import io.stoa.payments.NewPayment;
import io.stoa.payments.PaymentId;
import io.stoa.payments.gateway.Tender;
import io.stoa.pricing.Quote;
import io.stoa.routing.Decision.Routed;
import io.stoa.shared.Ids;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An order about to be written: what was asked, priced and routed. */
record NewOrder(
        OrderId id,
        PlaceOrder asked,
        @Nullable CartView cart,
        Delivery delivery,
        List<Line> lines,
        Money total,
        Money tax,
        Routed routed,
        @Nullable NewPayment payment) {

    /** A line as it will be kept. */
    record Line(int number, CartView.Line wanted, String title, Money unit, Money tax, Money gross) {}

    /** What a wish becomes at these prices, served from these places. */
    static NewOrder of(Ids ids, Preparation.Wish wish, Quote quote, Map<Sku, SellableItem> items, Routed routed) {
        var id = new OrderId(ids.next());
        var lines = new ArrayList<Line>();
        for (var wanted : wish.lines()) {
            var priced = quote.lines().get(lines.size());
            var title = title(Objects.requireNonNull(items.get(wanted.sku())));
            lines.add(new Line(lines.size() + 1, wanted, title, priced.unitPrice(), priced.tax(), priced.gross()));
        }
        var payment = quote.gross().isZero() ? null : payment(id, new PaymentId(ids.next()), wish.asked(), quote.gross());
        return new NewOrder(
                id, wish.asked(), wish.cart(), wish.delivery(), lines, quote.gross(), quote.tax(), routed, payment);
    }

    private static String title(SellableItem item) {
        return item.variantTitle().isBlank() ? item.title() : item.title() + ", " + item.variantTitle();
    }

    private static @Nullable NewPayment payment(OrderId order, PaymentId id, PlaceOrder asked, Money amount) {
        return switch (asked.paying()) {
            case PlaceOrder.Paying.ByCard card -> NewPayment.attempted(id, order, Tender.CARD, amount, asked.touchpoint());
            case PlaceOrder.Paying.InCash cash -> NewPayment.of(id, order, Tender.CASH, amount, asked.touchpoint());
            case PlaceOrder.Paying.Later later -> null;
        };
    }

    boolean isCash() {
        return asked.paying() instanceof PlaceOrder.Paying.InCash;
    }

    boolean isTakenAway() {
        return delivery instanceof Delivery.TakeAway;
    }

    OrderState state() {
        if (!isCash()) {
            return OrderState.AWAITING_PAYMENT;
        }
        return isTakenAway() ? OrderState.FULFILLED : OrderState.PLACED;
    }
}
