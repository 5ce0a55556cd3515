package io.stoa.register;

import io.stoa.access.Caller;
import io.stoa.locations.Location;
import io.stoa.orders.CartOutcome;
import io.stoa.orders.CartView;
import io.stoa.orders.Carts;
import io.stoa.orders.discounts.Discounts;
import io.stoa.register.Basket.Way;
import io.stoa.register.Open.Line;
import io.stoa.shared.CustomerId;
import io.stoa.shared.GroupCommit;
import io.stoa.shared.OrderId;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import io.stoa.showing.Showing;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Keeps the basket in hand in the session of the till, and changes it. A basket belongs to one store. */
@Component
class Sales {

    private static final Logger LOG = LoggerFactory.getLogger(Sales.class);

    /** The most pieces of one line: more is a scan into the wrong field. */
    static final int PIECES_MAX = 999;

    private static final String SALE = "stoa.till.sale";
    private static final Duration UNDO = Duration.ofMinutes(1);

    private final Carts carts;
    private final Showing showing;
    private final Tariff tariff;
    private final Clock clock;

    Sales(Carts carts, Showing showing, Tariff tariff, Clock clock) {
        this.showing = showing;
        this.carts = carts;
        this.tariff = tariff;
        this.clock = clock;
    }

    /** The basket in hand, if one is open. */
    Optional<Open> current(HttpSession session, Location store) {
        if (!(session.getAttribute(SALE) instanceof Sale sale) || !sale.store().equals(store.id())) {
            return Optional.empty();
        }
        return carts.find(sale.cart())
                .filter(cart -> cart.state() == CartView.State.OPEN)
                .map(cart -> new Open(sale, cart));
    }

    /** The basket in hand, or a new one. */
    Open open(HttpSession session, Caller caller, Location store) {
        return current(session, store).orElseGet(() -> {
            var cart = carts.open(caller.touchpoint(), null, tariff.currency(store));
            var sale = Sale.of(cart.id(), store.id());
            keep(session, sale);
            return new Open(sale, cart);
        });
    }

    /** Whether the basket is a cart that a customer has shown. */
    boolean isShown(Open open) {
        return showing.isTaken(open.cart().id());
    }

    void keep(HttpSession session, Sale sale) {
        session.setAttribute(SALE, sale);
    }

    /** Sold: the basket is put away, and what was sold leaves the customer's own cart too, so that nobody buys it twice. */
    void finish(HttpSession session, Open open, List<OrderId> orders, Touchpoint touchpoint) {
        forget(session);
        try {
            putAway(open);
        } catch (GroupCommit.Overloaded | DataAccessException busy) {
            LOG.info("The basket of a sale was not put away: {}", busy.getMessage());
        }
        showing.sold(open.cart().id(), orders, touchpoint);
    }

    /** The sale is done; should this be lost, the cart is nobody's to order until its claim is over. */
    private void putAway(Open open) {
        var lines = open.lines();
        carts.sold(open.cart().id(), open.sale().attempt(), open.cart().lines());
        var customer = open.sale().customer();
        if (customer != null) {
            takeOut(customer, lines);
        }
    }

    void forget(HttpSession session) {
        session.removeAttribute(SALE);
    }

    // --- Lines

    CartOutcome add(HttpSession session, Open open, Sku sku, Way way, int pieces) {
        return set(session, open, new Line(sku, way, open.pieces(sku, way) + pieces));
    }

    /** Makes a line that long; none takes it out, and it can be put back for a minute. */
    CartOutcome set(HttpSession session, Open open, Line wanted) {
        int pieces = Math.clamp(wanted.pieces(), 0, PIECES_MAX);
        int other = open.pieces(wanted.sku(), wanted.way() == Way.TAKE ? Way.SEND : Way.TAKE);
        var outcome = carts.put(open.cart().id(), wanted.sku(), pieces + other);
        if (outcome instanceof CartOutcome.Changed) {
            var before = new Line(wanted.sku(), wanted.way(), open.pieces(wanted.sku(), wanted.way()));
            var sale = open.sale().sendHome(wanted.sku(), wanted.way() == Way.SEND ? pieces : other);
            keep(session, pieces > 0 ? sale.last(wanted).removed(null) : remembered(sale, List.of(before), open));
            if (pieces + other == 0) {
                discountLess(open, wanted.sku());
            }
        }
        return outcome;
    }

    /** The same pieces, leaving the other way. */
    void move(HttpSession session, Open open, Sku sku, Way way, int pieces) {
        int all = open.pieces(sku, Way.TAKE) + open.pieces(sku, Way.SEND);
        int already = open.pieces(sku, way);
        int moved = Math.clamp(pieces, 0, all - already);
        int home = way == Way.SEND ? already + moved : all - already - moved;
        keep(session, open.sale().sendHome(sku, home).last(new Line(sku, way, moved)));
    }

    void empty(HttpSession session, Open open) {
        var lines = open.lines();
        lines.forEach(line -> {
            var _ = carts.put(open.cart().id(), line.sku(), 0);
        });
        var sale = lines.stream().reduce(open.sale(), (left, line) -> left.sendHome(line.sku(), 0), (a, b) -> b);
        keep(session, remembered(sale, lines, open));
        var _ = carts.discount(open.cart().id(), discounts -> Discounts.NONE);
    }

    /** What was given off an article goes with it, and nothing is left of an empty basket for the next customer. */
    private void discountLess(Open open, Sku gone) {
        boolean last = open.lines().stream().allMatch(line -> line.sku().equals(gone));
        if (!open.cart().discounts().isEmpty()) {
            var _ = carts.discount(open.cart().id(), discounts -> last ? Discounts.NONE : discounts.give(gone, null));
        }
    }

    /** What may still be put back. */
    List<Line> removed(Sale sale) {
        var removed = sale.removed();
        return removed == null || clock.instant().isAfter(removed.at().plus(UNDO)) ? List.of() : removed.lines();
    }

    void undo(HttpSession session, Location store) {
        var before = current(session, store);
        var lines = before.map(open -> removed(open.sale())).orElse(List.of());
        if (!lines.isEmpty()) {
            var gone = Objects.requireNonNull(before.orElseThrow().sale().removed())
                    .discounts();
            var _ = carts.discount(before.get().cart().id(), discounts -> gone);
        }
        for (var line : lines) {
            var _ = current(session, store).map(open -> add(session, open, line.sku(), line.way(), line.pieces()));
        }
    }

    private Sale remembered(Sale sale, List<Line> lines, Open open) {
        return sale.last(null).removed(new Sale.Removed(lines, open.cart().discounts(), clock.instant()));
    }

    // --- The buyer

    /** What the customer put into their cart at another door. */
    Optional<CartView> waiting(Sale sale) {
        return Optional.ofNullable(sale.customer()).flatMap(carts::ofCustomer).filter(cart -> !cart.isEmpty() && !cart.id().equals(sale.cart()));
    }

    /** Brings it into the basket; of an article in both, the larger number stays. */
    void bring(HttpSession session, Open open) {
        waiting(open.sale()).ifPresent(cart -> cart.lines().forEach(line -> {
            int more = line.quantity().units() - open.pieces(line.sku(), Way.TAKE) - open.pieces(line.sku(), Way.SEND);
            if (more > 0) {
                var now = new Open(session.getAttribute(SALE) instanceof Sale sale ? sale : open.sale(), open.cart());
                var _ = add(session, now, line.sku(), Way.TAKE, more);
            }
        }));
    }

    private void takeOut(CustomerId customer, List<Line> sold) {
        carts.ofCustomer(customer).ifPresent(cart -> cart.lines().forEach(line -> {
            int pieces = sold.stream()
                    .filter(one -> one.sku().equals(line.sku()))
                    .mapToInt(Line::pieces)
                    .sum();
            if (pieces > 0) {
                var _ = carts.put(cart.id(), line.sku(), Math.max(0, line.quantity().units() - pieces));
            }
        }));
    }
}
