package io.stoa.orders;

import io.stoa.events.EventLog;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.SaleOutcome;
import io.stoa.locations.Address;
import io.stoa.orders.ChangeOutcome.Done;
import io.stoa.orders.ChangeOutcome.NoSuchOrder;
import io.stoa.orders.ChangeOutcome.NotThere;
import io.stoa.orders.ChangeOutcome.TooLate;
import io.stoa.orders.facts.OrderChanged;
import io.stoa.orders.facts.OrderEnded;
import io.stoa.routing.Part.Piece;
import io.stoa.routing.Part;
import io.stoa.shared.Json;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Quantity;
import io.stoa.shared.Sku;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes to orders that are placed. Each locks its order, then moves lines, stock and money in one transaction. */
@Component
class Changing {

    private final OrderTable orders;
    private final LineTable lines;
    private final Inventory inventory;
    private final Rerouting rerouting;
    private final Refunding money;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Changing(
            OrderTable orders,
            LineTable lines,
            Inventory inventory,
            Rerouting rerouting,
            Refunding money,
            EventLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.orders = orders;
        this.lines = lines;
        this.inventory = inventory;
        this.rerouting = rerouting;
        this.money = money;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    ChangeOutcome cancel(OrderId id, String reason, Touchpoint touchpoint) {
        return locked(id, order -> switch (order.state()) {
            case AWAITING_PAYMENT, PLACED -> cancelOpen(order, reason, touchpoint);
            case FULFILLED, CANCELLED, EXPIRED -> new TooLate(order.state());
        });
    }

    private ChangeOutcome cancelOpen(OrderTable.Changed order, String reason, Touchpoint touchpoint) {
        var before = lines.of(order.id());
        var open = before.stream()
                .filter(line -> line.open() > 0)
                .map(Changing::piece)
                .toList();
        boolean nothingWent = before.stream().allMatch(line -> line.fulfilled() == 0);
        var worth = worth(order, open, LineTable.Open::worthCancelled);
        refuseUnless(lines.cancel(order.id(), open));
        var ignored = inventory.releaseAll(List.of(order.id()), touchpoint);
        var state = nothingWent ? OrderState.CANCELLED : OrderState.FULFILLED;
        var changed = orders.rewrite(order.id(), state, order.total() - worth.minor(), "[]", "", clock.instant());
        log.append(Settling.ended(OrderEnded.CANCELLED, changed, reason, touchpoint));
        settle("cancel:" + order.id() + ":" + changed.version(), changed, lines.of(order.id()), touchpoint);
        over(changed, touchpoint);
        return new Done(state, worth, List.of());
    }

    ChangeOutcome cancelLines(OrderId id, List<Part> pieces, String reason, Touchpoint touchpoint) {
        return locked(
                id,
                order -> order.state() == OrderState.PLACED
                        ? cancelSome(OrderChanged.LINES_CANCELLED, order, pieces, reason, touchpoint)
                        : new TooLate(order.state()));
    }

    /** Of each line named so many pieces stay, with the customer or still to come. */
    ChangeOutcome lower(OrderId id, Map<Integer, Integer> wanted, String reason, Touchpoint touchpoint) {
        return locked(
                id,
                order -> order.state() == OrderState.PLACED
                        ? lowerSome(order, wanted, reason, touchpoint)
                        : new TooLate(order.state()));
    }

    private ChangeOutcome lowerSome(
            OrderTable.Changed order, Map<Integer, Integer> wanted, String reason, Touchpoint touchpoint) {
        var fewer = lines.fewer(order.id(), wanted);
        if (fewer.isEmpty()) {
            return new Done(order.state(), new Money(0, currency(order)), List.of());
        }
        var pieces = Parts.last(Parts.read(order.parts()), fewer);
        int here = Parts.pieces(pieces).stream().mapToInt(piece -> piece.quantity().units()).sum();
        return here == fewer.values().stream().mapToInt(Integer::intValue).sum()
                ? cancelSome(OrderChanged.LINES_LOWERED, order, pieces, reason, touchpoint)
                : new TooLate(order.state());
    }

    ChangeOutcome readdress(OrderId id, @Nullable Contact contact, @Nullable Address address, Touchpoint touchpoint) {
        return locked(id, order -> switch (order.state()) {
            case AWAITING_PAYMENT, PLACED -> {
                if (address != null && !Delivery.isSent(order.delivery())) {
                    throw new IllegalArgumentException("Order " + id + " is not sent anywhere: it takes no address");
                }
                var changed = orders.readdress(order.id(), contact, address, clock.instant());
                var told = new OrderChanged(id, "readdressed", List.of());
                log.append(Settling.event(OrderChanged.READDRESSED, changed, touchpoint, told));
                yield new Done(order.state(), new Money(0, currency(order)), List.of());
            }
            case FULFILLED, CANCELLED, EXPIRED -> new TooLate(order.state());
        });
    }

    private ChangeOutcome cancelSome(
            String event, OrderTable.Changed order, List<Part> pieces, String reason, Touchpoint touchpoint) {
        if (!inventory.release(order.id(), Parts.demands(pieces), touchpoint)) {
            return new TooLate(order.state());
        }
        return dropped(event, order, pieces, reason, touchpoint);
    }

    /** The pieces are given back in stock already; the order and its money follow. */
    private ChangeOutcome dropped(
            String event, OrderTable.Changed order, List<Part> pieces, String reason, Touchpoint touchpoint) {
        var worth = worth(order, Parts.pieces(pieces), LineTable.Open::worthCancelled);
        refuseUnless(lines.cancel(order.id(), Parts.pieces(pieces)));
        var now = lines.of(order.id());
        var state = stateOf(order, now);
        var left = Json.write(Parts.minus(Parts.read(order.parts()), pieces));
        var changed = orders.rewrite(order.id(), state, order.total() - worth.minor(), left, "", clock.instant());
        log.append(Settling.event(event, changed, touchpoint, new OrderChanged(id(order), reason, pieces)));
        settle("lines:" + order.id() + ":" + changed.version(), changed, now, touchpoint);
        end(changed, touchpoint, reason);
        return new Done(state, worth, List.of());
    }

    ChangeOutcome reroute(OrderId id, Part rejected, Set<LocationId> without, String reason, Touchpoint touchpoint) {
        return locked(
                id,
                order -> order.state() == OrderState.PLACED
                        ? rerouteSome(order, rejected, without, reason, touchpoint)
                        : new TooLate(order.state()));
    }

    private ChangeOutcome rerouteSome(
            OrderTable.Changed order, Part rejected, Set<LocationId> without, String reason, Touchpoint touchpoint) {
        var first = rerouting.find(order, rejected, without);
        inventory.lock(Parts.demands(Parts.plus(List.of(rejected), first == null ? List.of() : first.parts())));
        if (!inventory.release(order.id(), Parts.demands(List.of(rejected)), touchpoint)) {
            return new TooLate(order.state());
        }
        var found = rerouting.promise(first, order, rejected, without, touchpoint);
        if (found == null) {
            var why = reason + Rerouting.nowhere(order, rejected);
            return dropped(OrderChanged.LINES_CANCELLED, order, List.of(rejected), why, touchpoint);
        }
        var parts = Parts.plus(Parts.minus(Parts.read(order.parts()), List.of(rejected)), found.parts());
        var changed = orders.rewrite(
                order.id(),
                order.state(),
                order.total(),
                Json.write(parts),
                Json.write(found.explanation()),
                clock.instant());
        log.append(Settling.event(
                OrderChanged.REROUTED,
                changed,
                touchpoint,
                new OrderChanged(id(order), reason, found.parts(), Rerouting.word(order, rejected))));
        return new Done(order.state(), new Money(0, currency(order)), found.parts());
    }

    ChangeOutcome fulfil(String id, OrderId orderId, Part pieces, Touchpoint touchpoint) {
        return locked(orderId, order -> {
            if (inventory.isSold(id, Parts.demands(List.of(pieces)))) {
                return new Done(order.state(), new Money(0, currency(order)), List.of());
            }
            return order.state() == OrderState.PLACED
                    ? fulfilSome(id, order, pieces, touchpoint)
                    : new TooLate(order.state());
        });
    }

    private ChangeOutcome fulfilSome(String id, OrderTable.Changed order, Part pieces, Touchpoint touchpoint) {
        return switch (inventory.sell(id, order.id(), Parts.demands(List.of(pieces)), touchpoint)) {
            case SaleOutcome.Sold sold -> fulfilled(id, order, pieces, touchpoint);
            case SaleOutcome.NotPromised gone -> new TooLate(order.state());
            case SaleOutcome.NotThere(var sku, var location, int onHand) -> new NotThere(sku, location, onHand);
        };
    }

    private ChangeOutcome fulfilled(String id, OrderTable.Changed order, Part pieces, Touchpoint touchpoint) {
        var worth = worth(order, pieces.lines(), LineTable.Open::worthHandedOver);
        refuseUnless(lines.fulfil(order.id(), pieces.lines(), clock.instant()));
        var now = lines.of(order.id());
        var state = stateOf(order, now);
        var left = Json.write(Parts.minus(Parts.read(order.parts()), List.of(pieces)));
        var changed = orders.rewrite(order.id(), state, order.total(), left, "", clock.instant());
        log.append(Settling.event(
                OrderChanged.LINES_FULFILLED, changed, touchpoint, new OrderChanged(id(order), id, List.of(pieces))));
        settle("fulfil:" + id, changed, now, touchpoint);
        end(changed, touchpoint, "all done");
        return new Done(state, worth, List.of());
    }

    ChangeOutcome giveBack(OrderId orderId, Part pieces, Touchpoint touchpoint) {
        return locked(orderId, order -> {
            var worth = worth(order, pieces.lines(), LineTable.Open::worthBack);
            if (!lines.giveBack(order.id(), pieces.lines())) {
                return new TooLate(order.state());
            }
            var changed = orders.rewrite(order.id(), order.state(), order.total(), order.parts(), "", clock.instant());
            log.append(Settling.event(
                    OrderChanged.LINES_RETURNED,
                    changed,
                    touchpoint,
                    new OrderChanged(orderId, "returned", List.of(pieces))));
            return new Done(order.state(), worth, List.of());
        });
    }

    /** The money follows the goods: what was handed over is taken, what will not come is given back. */
    private void settle(String id, OrderTable.Changed order, List<LineTable.Open> now, Touchpoint touchpoint) {
        long earned = now.stream().mapToLong(LineTable.Open::earned).sum();
        var total = new Money(order.total(), currency(order));
        money.settle(id, id(order), new Money(earned, currency(order)), total, touchpoint);
    }

    /** Lines with nothing left to hand over end the order; money that is still only held is let go. */
    private void end(OrderTable.Changed order, Touchpoint touchpoint, String reason) {
        if (order.state() == OrderState.FULFILLED || order.state() == OrderState.CANCELLED) {
            var type = order.state() == OrderState.FULFILLED ? OrderChanged.FULFILLED : OrderEnded.CANCELLED;
            var payload = order.state() == OrderState.FULFILLED
                    ? new OrderChanged(id(order), reason, List.of())
                    : new OrderEnded(id(order), reason);
            log.append(Settling.event(type, order, touchpoint, payload));
            over(order, touchpoint);
        }
    }

    private void over(OrderTable.Changed order, Touchpoint touchpoint) {
        if (order.state() == OrderState.CANCELLED) {
            money.nothingCame(id(order), touchpoint);
        } else {
            money.letGo(id(order), touchpoint);
        }
    }

    private static OrderState stateOf(OrderTable.Changed order, List<LineTable.Open> now) {
        if (now.stream().anyMatch(line -> line.open() > 0)) {
            return order.state();
        }
        return now.stream().anyMatch(line -> line.fulfilled() > 0) ? OrderState.FULFILLED : OrderState.CANCELLED;
    }

    private Money worth(
            OrderTable.Changed order, List<Piece> pieces, ToLongBiFunction<LineTable.Open, Integer> ofLine) {
        return lines.worth(order.id(), pieces, currency(order), ofLine);
    }

    private ChangeOutcome locked(OrderId id, Function<OrderTable.Changed, ChangeOutcome> change) {
        return transaction.execute(status -> {
            var order = orders.lock(id.value());
            return order == null ? new NoSuchOrder() : change.apply(order);
        });
    }

    private static void refuseUnless(boolean moved) {
        if (!moved) {
            throw new IllegalStateException("Stock and order lines disagree about what is open");
        }
    }

    private static Piece piece(LineTable.Open line) {
        return new Piece(line.line(), new Sku(line.sku()), Quantity.of(line.open()));
    }

    private static java.util.Currency currency(OrderTable.Changed order) {
        return java.util.Currency.getInstance(order.currency());
    }

    private static OrderId id(OrderTable.Changed order) {
        return new OrderId(order.id());
    }
}
