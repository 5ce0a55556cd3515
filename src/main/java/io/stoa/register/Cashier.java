package io.stoa.register;

import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.register.Basket.Way;
import io.stoa.register.Cashier.SaleOutcome.CardDeclined;
import io.stoa.register.Cashier.SaleOutcome.Mixed;
import io.stoa.register.Cashier.SaleOutcome.NotSold;
import io.stoa.register.Cashier.SaleOutcome.Over;
import io.stoa.register.Cashier.SaleOutcome.Sold;
import io.stoa.register.Cashier.SaleOutcome.TooFew;
import io.stoa.register.Cashier.SaleOutcome.Unsure;
import io.stoa.register.Open.Line;
import io.stoa.routing.Decision.Shortage;
import io.stoa.shared.GroupCommit;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sells the basket: one order for what goes home, one for what is taken along. The one that goes home comes first, because
 * nothing of it has left the house when the second is refused: it is cancelled then, and nothing half done stays.
 */
@Component
class Cashier {

    private static final Set<OrderState> OVER = Set.of(OrderState.CANCELLED, OrderState.EXPIRED);

    private final Orders orders;

    Cashier(Orders orders) {
        this.orders = orders;
    }

    /** Repeating the same attempt sells nothing more. */
    SaleOutcome sell(Open open, PlaceOrder.Paying paying, Contact buyer, Touchpoint touchpoint) {
        var placed = new ArrayList<OrderId>();
        for (var wish : wishes(open, paying, buyer, touchpoint)) {
            var refusal = place(wish, placed);
            if (refusal instanceof Unsure || refusal instanceof Mixed) {
                return refusal;
            }
            if (refusal != null) {
                placed.forEach(order -> cancel(order, touchpoint));
                return refusal;
            }
        }
        return new Sold(List.copyOf(placed));
    }

    private static List<PlaceOrder> wishes(Open open, PlaceOrder.Paying paying, Contact buyer, Touchpoint touchpoint) {
        var wishes = new ArrayList<PlaceOrder>();
        var home = open.lines(Way.SEND);
        var along = open.lines(Way.TAKE);
        if (!home.isEmpty()) {
            var to = Objects.requireNonNull(open.sale().to(), "What goes home needs an address");
            wishes.add(wish(open, home, new Delivery.Ship(to.address()), to.contact(), paying, touchpoint));
        }
        if (!along.isEmpty()) {
            wishes.add(wish(open, along, new Delivery.TakeAway(open.sale().store()), buyer, paying, touchpoint));
        }
        return wishes;
    }

    private static PlaceOrder wish(
            Open open, List<Line> lines, Delivery delivery, Contact contact, PlaceOrder.Paying paying, Touchpoint touchpoint) {
        var ordered = lines.stream().map(Line::ordered).toList();
        return new PlaceOrder(
                "till:" + open.sale().attempt() + ":" + delivery.kind(),
                ordered.toString(),
                null,
                ordered,
                delivery,
                open.cart().currency(),
                open.sale().customer(),
                contact,
                paying,
                touchpoint);
    }

    /** Null when it is placed. Whatever came into being is added to the list, a declined order too. */
    private @Nullable SaleOutcome place(PlaceOrder wish, List<OrderId> placed) {
        try {
            return switch (orders.place(wish)) {
                case PlaceOutcome.Placed done -> {
                    placed.add(done.order());
                    if (OVER.contains(done.state())) {
                        yield new Over();
                    }
                    yield done.repeated() ? again(done, wish) : null;
                }
                case PlaceOutcome.CardDeclined declined -> {
                    placed.add(declined.order());
                    yield new CardDeclined();
                }
                case PlaceOutcome.OutOfStock few -> new TooFew(few.shortages());
                case PlaceOutcome.NotSold gone -> new NotSold(gone.sku());
                case PlaceOutcome.Incomplete incomplete -> new Over();
                case PlaceOutcome.CartMoved moved -> new Over();
                case PlaceOutcome.KeyReused reused -> new Mixed(standing(placed, wish));
            };
        } catch (GroupCommit.Overloaded overloaded) {
            return new Unsure();
        }
    }

    /**
     * It may be there without anybody having asked for its money, when the answer came too late. What waits for a card cannot be
     * paid in cash: it is given up, and the next attempt is another.
     */
    private @Nullable SaleOutcome again(PlaceOutcome.Placed done, PlaceOrder wish) {
        if (done.state() != OrderState.AWAITING_PAYMENT) {
            return null;
        }
        if (wish.paying() instanceof PlaceOrder.Paying.Later) {
            return null;
        }
        if (!(wish.paying() instanceof PlaceOrder.Paying.ByCard card)) {
            return new Over();
        }
        return switch (orders.pay(done.order(), card.token(), wish.touchpoint())) {
            case PayOutcome.Paid paid -> null;
            case PayOutcome.Declined declined -> new CardDeclined();
            case PayOutcome.PartlyPaid partly -> new Over();
            case PayOutcome.TooMuch tooMuch -> new Over();
            case PayOutcome.Undecided undecided -> new Unsure();
            case PayOutcome.Redirect redirect -> new Unsure();
            case PayOutcome.NotPayable over -> new Over();
            case PayOutcome.NoSuchOrder gone -> new Over();
        };
    }

    private List<OrderId> standing(List<OrderId> placed, PlaceOrder wish) {
        return Stream.concat(placed.stream(), orders.placedWith(wish.key()).stream()).toList();
    }

    private void cancel(OrderId order, Touchpoint touchpoint) {
        var _ = orders.cancel(order, "The sale at the till was refused", touchpoint);
    }

    /** What came of a sale. After a refusal nothing is sold and nothing is kept; {@link Unsure} and {@link Mixed} are none. */
    sealed interface SaleOutcome {

        /** Sold: what goes home first, then what is taken along. */
        record Sold(List<OrderId> orders) implements SaleOutcome {}

        /** There is not enough of these. */
        record TooFew(List<Shortage> shortages) implements SaleOutcome {}

        record CardDeclined() implements SaleOutcome {}

        /** Nobody sells this any more. */
        record NotSold(Sku sku) implements SaleOutcome {}

        /** This attempt was refused before; the next one is another. */
        record Over() implements SaleOutcome {}

        /** No answer came in time: it may be sold, and only the same attempt once more can tell. It sells nothing twice. */
        record Unsure() implements SaleOutcome {}

        /** This attempt was begun before with another basket, and these orders came of it. */
        record Mixed(List<OrderId> standing) implements SaleOutcome {}
    }
}
