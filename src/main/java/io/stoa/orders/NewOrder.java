package io.stoa.orders;

import io.stoa.catalog.SellableItem;
import io.stoa.coupons.Coupon;
import io.stoa.coupons.Redemption;
import io.stoa.events.NewEvent;
import io.stoa.inventory.Admission;
import io.stoa.inventory.HoldRequest;
import io.stoa.orders.PlaceOutcome.CouponRefused;
import io.stoa.orders.PlaceOutcome.OutOfStock;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.orders.discounts.Discounts;
import io.stoa.orders.discounts.KeptDiscounts.OfLine;
import io.stoa.orders.facts.OrderPaid;
import io.stoa.orders.facts.OrderPlaced;
import io.stoa.payments.NewPayment;
import io.stoa.payments.PaymentId;
import io.stoa.payments.gateway.Tender;
import io.stoa.pricing.Cut;
import io.stoa.pricing.Cut.Taken;
import io.stoa.pricing.Quote;
import io.stoa.routing.Decision.Routed;
import io.stoa.routing.Decision.Shortage;
import io.stoa.secrets.Secrets;
import io.stoa.shared.Ids;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An order about to be written: what was asked, priced and routed. */
record NewOrder(
        OrderId id,
        PlaceOrder asked,
        @Nullable CartView cart,
        Delivery delivery,
        Discounts discounts,
        List<Line> lines,
        Money total,
        Money tax,
        Routed routed,
        @Nullable NewPayment payment) {

    /** A line as it will be kept. */
    record Line(int number, CartView.Line wanted, String title, Money unit, List<Taken> taken, Money tax, Money gross) {
        Money discount() {
            return taken.stream().map(Taken::amount).reduce(Money.zero(gross.currency()), Money::plus);
        }
    }

    /** What a wish becomes at these prices, served from these places. */
    static NewOrder of(Ids ids, Preparation.Wish wish, Quote quote, Map<Sku, SellableItem> items, Routed routed) {
        var id = new OrderId(ids.next());
        var lines = new ArrayList<Line>();
        for (var wanted : wish.lines()) {
            var priced = quote.lines().get(lines.size());
            var title = title(Objects.requireNonNull(items.get(wanted.sku())));
            lines.add(new Line(
                    lines.size() + 1, wanted, title, priced.unitPrice(), priced.taken(), priced.tax(), priced.gross()));
        }
        var payment = quote.gross().isZero() ? null : payment(id, new PaymentId(ids.next()), wish.asked(), quote.gross());
        return new NewOrder(
                id,
                wish.asked(),
                wish.cart(),
                wish.delivery(),
                wish.discounts(),
                lines,
                quote.gross(),
                quote.tax(),
                routed,
                payment);
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

    /** Nothing is left to pay: the money is in the associate's hand, or it costs nothing. */
    boolean isPaid() {
        return isCash() || total.isZero();
    }

    boolean isTakenAway() {
        return delivery instanceof Delivery.TakeAway;
    }

    OrderState state() {
        if (!isPaid()) {
            return OrderState.AWAITING_PAYMENT;
        }
        return isTakenAway() ? OrderState.FULFILLED : OrderState.PLACED;
    }

    Optional<CartId> cartId() {
        return Optional.ofNullable(cart).map(CartView::id);
    }

    HoldRequest hold(Instant until) {
        return new HoldRequest(id.value(), Parts.demands(routed.parts()), until, asked.touchpoint());
    }

    /** The use of its coupon, if it has one. */
    Optional<Redemption> redemption() {
        var coupon = discounts.coupon();
        if (coupon == null) {
            return Optional.empty();
        }
        var off = taken().stream()
                .filter(one -> one.cut().reason().equals(Cut.COUPON))
                .map(Taken::amount)
                .reduce(Money.zero(total.currency()), Money::plus);
        var purchase = Objects.requireNonNullElse(discounts.purchase(), "order:" + id);
        return Optional.of(new Redemption(id, coupon, purchase, buyer(), off, asked.touchpoint()));
    }

    /** Known by their account, or by their address, which is not kept here. */
    private @Nullable String buyer() {
        if (asked.customer() != null) {
            return "customer:" + asked.customer();
        }
        var email = asked.contact().email();
        return email == null
                ? null
                : "mail:"
                        + HexFormat.of()
                                .formatHex(Secrets.hash("buyer:" + email.strip().toLowerCase(Locale.ROOT)));
    }

    CouponRefused refused(Coupon.@Nullable Refusal why) {
        return new CouponRefused(discounts.code(), Objects.requireNonNull(why));
    }

    /** What was taken off each line, to be kept with it. */
    Stream<OfLine> ofLines() {
        return lines.stream().flatMap(line -> line.taken().stream().map(taken -> new OfLine(id, line.number(), taken)));
    }

    /** What is taken off, each cut once, over all lines. */
    List<Taken> taken() {
        var sums = new LinkedHashMap<Cut, Money>();
        lines.forEach(line -> line.taken().forEach(one -> sums.merge(one.cut(), one.amount(), Money::plus)));
        return sums.entrySet().stream()
                .map(one -> new Taken(one.getKey(), one.getValue()))
                .toList();
    }

    OutOfStock lacks(Admission.TooFew few) {
        int wanted = lines.stream()
                .filter(line -> line.wanted().sku().equals(few.sku()))
                .mapToInt(line -> line.wanted().quantity().units())
                .sum();
        return new OutOfStock(List.of(new Shortage(few.sku(), wanted, few.available())));
    }

    Placed placed() {
        return new Placed(id, state(), total, false);
    }

    NewEvent placedEvent() {
        var channel = asked.touchpoint().channel();
        return event(
                OrderPlaced.TYPE, 1, new OrderPlaced(id, channel, total, delivery.kind(), routed.parts(), taken()));
    }

    NewEvent paidEvent() {
        return event(OrderPaid.TYPE, 2, new OrderPaid(id, total, delivery.kind(), routed.parts()));
    }

    private NewEvent event(String type, long version, Object payload) {
        return new NewEvent(type, "order:" + id, version, asked.customer(), id, asked.touchpoint(), payload);
    }
}
