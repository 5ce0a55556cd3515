package io.stoa.register;

import io.stoa.orders.Contact;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.orders.paying.Tendered;
import io.stoa.orders.views.OrderView;
import io.stoa.page.Texts;
import io.stoa.payments.Payment;
import io.stoa.payments.Payments;
import io.stoa.payments.gateway.CardToken;
import io.stoa.payments.gateway.Tender;
import io.stoa.register.Cashier.SaleOutcome;
import io.stoa.register.Sale.Tab;
import io.stoa.returns.Return;
import io.stoa.returns.Returns;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the money of one sale in parts, with as many tenders as it needs: the orders are placed first and hold the goods, each
 * part is durable when it is taken, and what is taken falls to the first order until it is paid, then to the next.
 */
@Component
class Splitting {

    private final Cashier cashier;
    private final Orders orders;
    private final Payments payments;
    private final Returns returns;

    Splitting(Cashier cashier, Orders orders, Payments payments, Returns returns) {
        this.cashier = cashier;
        this.orders = orders;
        this.payments = payments;
        this.returns = returns;
    }

    /** What came of a part: why nothing was taken, if so, and what is still to be paid. */
    record Taken(@Nullable PayOutcome refusal, Money due) {}

    /** Places the orders of the sale, or finds them placed; nothing is paid yet. */
    SaleOutcome begin(Open open, Contact buyer, Touchpoint touchpoint) {
        return cashier.sell(open, new PlaceOrder.Paying.Later(), buyer, touchpoint);
    }

    Money due(Tab tab, Currency currency) {
        return tab.orders().stream().map(orders::due).reduce(Money.zero(currency), Money::plus);
    }

    /** Coins and notes, of which no more than is due is kept. */
    Taken cash(Tab tab, Money given, Touchpoint touchpoint) {
        return take(tab, given, Tendered.InCash::new, touchpoint);
    }

    Taken card(Tab tab, CardToken token, Money amount, Touchpoint touchpoint) {
        return take(tab, amount, part -> new Tendered.ByCard(token, part), touchpoint);
    }

    /** What is left on a gift card; nothing where there is none of this code. */
    Money room(CardToken code, Currency currency) {
        return payments.room(Tender.GIFT_CARD, code, currency).orElse(Money.zero(currency));
    }

    /** All that is left on a gift card, as far as it is needed. */
    Taken giftCard(Tab tab, CardToken code, Currency currency, Touchpoint touchpoint) {
        var room = room(code, currency);
        return room.isZero()
                ? new Taken(new PayOutcome.Declined("Nothing is left on it"), due(tab, currency))
                : take(tab, room, part -> new Tendered.ByGiftCard(code, part), touchpoint);
    }

    /** What is kept of a return, as far as it is needed. */
    Taken exchange(Tab tab, Return kept, Touchpoint touchpoint) {
        return take(tab, kept.left(), part -> returns.asTender(kept, part), touchpoint);
    }

    /** Calls the sale off: every tender gets its money back, and the goods are free. What has to be handed over in cash. */
    Money giveUp(Open open, Tab tab, Touchpoint touchpoint) {
        var cash = made(tab.orders()).stream()
                .filter(payment -> payment.tender() == Tender.CASH)
                .map(Payment::amount)
                .reduce(Money.zero(open.cart().currency()), Money::plus);
        for (var order : tab.orders()) {
            var _ = orders.cancel(order, "The sale at the till was called off", touchpoint);
        }
        cashier.release(open);
        return cash;
    }

    /** What was paid so far, by tender. */
    List<Basket.Sum> paid(Tab tab, Texts texts) {
        return Receipts.paid(made(tab.orders()), null, texts);
    }

    private Taken take(Tab tab, Money most, Function<Money, Tendered> tendered, Touchpoint touchpoint) {
        var left = most;
        for (var order : tab.orders()) {
            var due = orders.due(order);
            var part = left.compareTo(due) < 0 ? left : due;
            if (part.minor() > 0) {
                var outcome = orders.pay(order, tendered.apply(part), touchpoint);
                if (!(outcome instanceof PayOutcome.Paid || outcome instanceof PayOutcome.PartlyPaid)) {
                    return new Taken(outcome, due(tab, most.currency()));
                }
                left = left.minus(part);
            }
        }
        return new Taken(over(tab), due(tab, most.currency()));
    }

    /** Whoever takes longer than the goods are held has nothing left to sell, and nothing left to pay either. */
    @Nullable PayOutcome over(Tab tab) {
        return tab.orders().stream()
                .flatMap(order -> orders.find(order).stream())
                .map(OrderView::state)
                .filter(state -> state == OrderState.EXPIRED || state == OrderState.CANCELLED)
                .findFirst()
                .map(PayOutcome.NotPayable::new)
                .orElse(null);
    }

    private List<Payment> made(List<OrderId> ids) {
        return payments.ofAll(ids).values().stream()
                .flatMap(Collection::stream)
                .filter(Payment::good)
                .toList();
    }
}
