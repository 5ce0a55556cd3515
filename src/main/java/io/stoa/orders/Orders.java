package io.stoa.orders;

import io.stoa.locations.Address;
import io.stoa.orders.PlaceOutcome.CardDeclined;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.orders.past.PastOrder;
import io.stoa.orders.past.PastOrders;
import io.stoa.orders.paying.PayOutcome;
import io.stoa.orders.paying.Tendered;
import io.stoa.orders.views.OrderQuery;
import io.stoa.orders.views.OrderRow;
import io.stoa.orders.views.OrderView;
import io.stoa.payments.gateway.CardToken;
import io.stoa.routing.Part;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Orders from every door. Placing is durable when it answers, and safe to repeat with the same key; what is placed is held
 * or allocated in stock, each piece for one order. Thread-safe.
 */
@Component
public class Orders {

    /** More pieces are wanted of a line than are ordered, or there is no such line. */
    public static final class OnlySmaller extends IllegalArgumentException {
        OnlySmaller(String sentence) {
            super(sentence);
        }
    }

    private final Placement placement;
    private final Paying paying;
    private final Changing changing;
    private final Collecting collecting;
    private final OrderViews views;
    private final PastOrders past;

    Orders(
            Placement placement,
            Paying paying,
            Changing changing,
            Collecting collecting,
            OrderViews views,
            PastOrders past) {
        this.collecting = collecting;
        this.placement = placement;
        this.paying = paying;
        this.changing = changing;
        this.views = views;
        this.past = past;
    }

    // --- Buying

    /**
     * Prices, routes and holds, all or nothing, and asks for the money when a card comes with it. Waits until the outcome is
     * durable; {@link io.stoa.shared.GroupCommit.Overloaded} when too many wait already.
     */
    public PlaceOutcome place(PlaceOrder asked) {
        var attempt = placement.place(asked);
        if (attempt.outcome() instanceof Placed placed
                && attempt.payment() != null
                && asked.paying() instanceof PlaceOrder.Paying.ByCard(CardToken token)) {
            return switch (paying.attempted(placed.order(), attempt.payment(), token, asked.touchpoint())) {
                case PayOutcome.Declined(String reason) -> new CardDeclined(placed.order(), reason);
                case PayOutcome.Paid(OrderState state) -> new Placed(placed.order(), state, placed.total(), false);
                case PayOutcome.NotPayable(OrderState state) -> new Placed(placed.order(), state, placed.total(), false);
                case PayOutcome.PartlyPaid partly -> placed;
                case PayOutcome.TooMuch tooMuch -> placed;
                case PayOutcome.Undecided undecided -> placed;
                case PayOutcome.Redirect redirect -> placed;
                case PayOutcome.NoSuchOrder gone -> placed;
            };
        }
        return attempt.outcome();
    }

    /** Pays an order that waits for money, with a card. */
    public PayOutcome pay(OrderId order, CardToken token, Touchpoint touchpoint) {
        return pay(order, new Tendered.ByCard(token, null), touchpoint);
    }

    /**
     * Pays an order that waits for money, or part of it: it is placed when the parts come to its total. Cash is taken with
     * this call; what was taken goes back when the order is given up or not paid in time.
     */
    public PayOutcome pay(OrderId order, Tendered tendered, Touchpoint touchpoint) {
        var outcome = paying.pay(order, tendered, touchpoint);
        return outcome instanceof PayOutcome.NoSuchOrder
                ? find(order)
                        .<PayOutcome>map(over -> new PayOutcome.NotPayable(over.state()))
                        .orElse(outcome)
                : outcome;
    }

    /** Whoever comes back from a provider's page finds the order as it stands with that money. */
    public void settle(OrderId order, Touchpoint touchpoint) {
        paying.settle(order, touchpoint);
    }

    /** What is still to be paid of an order that waits for its money; nothing of any other. */
    public Money due(OrderId order) {
        return paying.due(order);
    }

    // --- Reading

    public Optional<OrderView> find(OrderId id) {
        return views.find(id);
    }

    /** Whom to write to about them: those of the orders that have an e-mail address. One query. */
    public Map<OrderId, Contact> withEmail(Collection<OrderId> ids) {
        return ids.isEmpty() ? Map.of() : views.withEmail(ids);
    }

    /** What was placed with this key, if anything was; for whoever got no answer in time. */
    public Optional<OrderId> placedWith(String key) {
        return views.placedWith(key);
    }

    /** Newest first, those of the time before Stoa among them; two queries. */
    public Page<OrderRow> list(OrderQuery query) {
        return views.list(query);
    }

    // --- The time before Stoa

    /**
     * Records orders that another program kept, in the caller's transaction. They take no stock and ask for no money; one that
     * is there already, by its source and number, stays as it is.
     */
    public void recordHistory(List<PastOrder> orders) {
        past.record(orders);
    }

    // --- Changing

    /** Cancels everything that is not with the customer yet, frees its goods and gives its money back. */
    public ChangeOutcome cancel(OrderId order, String reason, Touchpoint touchpoint) {
        return orOver(order, changing.cancel(order, reason, touchpoint));
    }

    /** Takes pieces out of an order that are not with the customer yet: the places, lines and numbers to take out. */
    public ChangeOutcome cancelLines(OrderId order, List<Part> pieces, String reason, Touchpoint touchpoint) {
        return orOver(order, changing.cancelLines(order, pieces, reason, touchpoint));
    }

    /**
     * Leaves so many pieces of each line named, the others are taken out: their goods are free at once and their money goes
     * back. Naming what is there already changes nothing. What the customer has already is {@link ChangeOutcome.TooLate}.
     *
     * @throws OnlySmaller when there is no such line, or more are wanted than are ordered
     */
    public ChangeOutcome lower(OrderId order, Map<Integer, Integer> lines, String reason, Touchpoint touchpoint) {
        return orOver(order, changing.lower(order, lines, reason, touchpoint));
    }

    /**
     * Whom to tell about an open order from now on, and where to send what is not under way yet; null leaves either as it is.
     *
     * @throws IllegalArgumentException when an address is given and the order is not sent
     */
    public ChangeOutcome readdress(
            OrderId order, @Nullable Contact contact, @Nullable Address address, Touchpoint touchpoint) {
        return orOver(order, changing.readdress(order, contact, address, touchpoint));
    }

    /**
     * Collects at this store from now on, all that was not handed over yet: promised there and given back here, or neither. What
     * is sent stays as it is.
     * {@link ChangeOutcome.NotThere} when not everything is there; its own store again changes nothing.
     *
     * @throws IllegalArgumentException when that is no store of the same prices
     */
    public ChangeOutcome collectAt(OrderId order, LocationId store, Touchpoint touchpoint) {
        return orOver(order, collecting.at(store, order, touchpoint));
    }

    /**
     * A place cannot do its part: its goods are given back there and promised elsewhere, but not at the places to go without,
     * which rejected them before. A pickup stays one: another store takes it over if it is near and has everything; a parcel stays
     * one too. When nobody has them, these lines are cancelled and their money is given back.
     */
    public ChangeOutcome reroute(
            OrderId order, Part rejected, Set<LocationId> without, String reason, Touchpoint touchpoint) {
        return changing.reroute(order, rejected, without, reason, touchpoint);
    }

    /** A place has handed these pieces over or sent them off: they leave its stock, and their money is taken, once for an id. */
    public ChangeOutcome fulfil(String id, OrderId order, Part pieces, Touchpoint touchpoint) {
        return changing.fulfil(id, order, pieces, touchpoint);
    }

    /** Pieces come back: notes it on the lines and answers what they were worth. Where they go and the refund are the caller's. */
    public ChangeOutcome giveBack(OrderId order, Part pieces, Touchpoint touchpoint) {
        return orOver(order, changing.giveBack(order, pieces, touchpoint));
    }

    /** An order of the time before Stoa is there, and it is too late to change it. */
    private ChangeOutcome orOver(OrderId order, ChangeOutcome outcome) {
        return outcome instanceof ChangeOutcome.NoSuchOrder
                ? find(order)
                        .<ChangeOutcome>map(over -> new ChangeOutcome.TooLate(over.state()))
                        .orElse(outcome)
                : outcome;
    }
}
