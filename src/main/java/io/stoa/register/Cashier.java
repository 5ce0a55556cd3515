package io.stoa.register;

import io.stoa.coupons.Coupon;
import io.stoa.coupons.CouponCode;
import io.stoa.locations.Location;
import io.stoa.locations.Locations;
import io.stoa.orders.Carts;
import io.stoa.orders.Contact;
import io.stoa.orders.Delivery;
import io.stoa.orders.OrderState;
import io.stoa.orders.Orders;
import io.stoa.orders.PlaceOrder;
import io.stoa.orders.PlaceOutcome;
import io.stoa.orders.discounts.Discounts;
import io.stoa.orders.discounts.Discounts.Given;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.pricing.Cut.Taken;
import io.stoa.register.Basket.Way;
import io.stoa.register.Cashier.SaleOutcome.CardDeclined;
import io.stoa.register.Cashier.SaleOutcome.CouponRefused;
import io.stoa.register.Cashier.SaleOutcome.Elsewhere;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    private final Carts carts;
    private final Tariff tariff;
    private final Locations locations;

    Cashier(Orders orders, Carts carts, Tariff tariff, Locations locations) {
        this.carts = carts;
        this.tariff = tariff;
        this.locations = locations;
        this.orders = orders;
    }

    /** Repeating the same attempt sells nothing more. The cart is claimed before, so that no other door sells it meanwhile. */
    SaleOutcome sell(Open open, PlaceOrder.Paying paying, Contact buyer, Touchpoint touchpoint) {
        if (!carts.claim(open.cart().id(), open.sale().attempt())) {
            return new Elsewhere();
        }
        var outcome = place(open, paying, buyer, touchpoint);
        if (!(outcome instanceof Sold || outcome instanceof Unsure)) {
            release(open);
        }
        return outcome;
    }

    /** Nothing came of it, and other doors may sell the cart. */
    void release(Open open) {
        carts.release(open.cart().id(), open.sale().attempt());
    }

    private SaleOutcome place(Open open, PlaceOrder.Paying paying, Contact buyer, Touchpoint touchpoint) {
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

    private List<PlaceOrder> wishes(Open open, PlaceOrder.Paying paying, Contact buyer, Touchpoint touchpoint) {
        var wishes = new ArrayList<PlaceOrder>();
        var home = open.lines(Way.SEND);
        var along = open.lines(Way.TAKE);
        var agreed = agreed(open);
        if (!home.isEmpty()) {
            var to = Objects.requireNonNull(open.sale().to(), "What goes home needs an address");
            wishes.add(wish(open, home, agreed, new Delivery.Ship(to.address()), to.contact(), paying, touchpoint));
        }
        if (!along.isEmpty()) {
            wishes.add(
                    wish(open, along, agreed, new Delivery.TakeAway(open.sale().store()), buyer, paying, touchpoint));
        }
        return wishes;
    }

    private static PlaceOrder wish(
            Open open,
            List<Line> lines,
            @Nullable Agreed agreed,
            Delivery delivery,
            Contact contact,
            PlaceOrder.Paying paying,
            Touchpoint touchpoint) {
        var ordered = lines.stream().map(Line::ordered).toList();
        return new PlaceOrder(
                "till:" + open.sale().attempt() + ":" + delivery.kind(),
                agreed == null
                        ? ordered.toString()
                        : ordered + " " + open.cart().discounts(),
                null,
                ordered,
                delivery,
                open.cart().currency(),
                open.sale().customer(),
                contact,
                paying,
                agreed == null ? Discounts.NONE : agreed.of(lines),
                touchpoint);
    }

    /** What was taken off each line of the basket, reckoned over all of it, whichever way its goods leave. */
    private record Agreed(String purchase, @Nullable CouponCode coupon, Map<Line, List<Taken>> taken) {

        Discounts of(List<Line> lines) {
            var given = lines.stream()
                    .flatMap(line -> Objects.requireNonNull(taken.get(line)).stream()
                            .map(one -> new Given(
                                    line.sku(),
                                    one.cut().cameTo(one.amount()))))
                    .toList();
            return new Discounts(coupon, given, purchase);
        }
    }

    /** Null when nothing is taken off. */
    private @Nullable Agreed agreed(Open open) {
        var discounts = open.cart().discounts();
        return locations
                .find(open.sale().store())
                .flatMap(at -> tariff.quote(open, at))
                .filter(priced -> !discounts.isEmpty() || !priced.quote().taken().isEmpty())
                .map(priced -> {
                    var taken = new HashMap<Line, List<Taken>>();
                    var lines = open.lines();
                    for (int i = 0; i < lines.size(); i++) {
                        taken.put(lines.get(i), priced.quote().lines().get(i).taken());
                    }
                    var coupon = priced.refusal() == null ? discounts.coupon() : null;
                    return new Agreed("till:" + open.sale().attempt(), coupon, taken);
                })
                .orElse(null);
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
                case PlaceOutcome.NotOrdered none -> new Over();
                case PlaceOutcome.OtherPrices others -> new Over();
                case PlaceOutcome.Incomplete incomplete -> new Over();
                case PlaceOutcome.CartMoved moved -> new Over();
                case PlaceOutcome.CouponRefused(var coupon, var why) -> new CouponRefused(coupon, why);
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

        /** The coupon takes nothing off after all: it was used up at the same moment, or this buyer has used it before. */
        record CouponRefused(CouponCode coupon, Coupon.Refusal why) implements SaleOutcome {}

        /** The cart was bought at another door, or is being sold there. */
        record Elsewhere() implements SaleOutcome {}

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
