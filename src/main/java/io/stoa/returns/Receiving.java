package io.stoa.returns;

import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.inventory.Inventory;
import io.stoa.inventory.Movement;
import io.stoa.inventory.MovementKind;
import io.stoa.orders.ChangeOutcome;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.returns.ReturnOutcome.Done;
import io.stoa.returns.ReturnOutcome.NoSuchOrder;
import io.stoa.returns.ReturnOutcome.TooMany;
import io.stoa.routing.Part;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.Quantity;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes goods in, or goes without them: the order, the stock, the document and its money in one transaction, the caller's, with
 * the return locked.
 */
@Component
class Receiving {

    private final ReturnTable returns;
    private final Orders orders;
    private final Inventory inventory;
    private final GivingBack givingBack;
    private final EventLog log;
    private final Clock clock;

    Receiving(
            ReturnTable returns,
            Orders orders,
            Inventory inventory,
            GivingBack givingBack,
            EventLog log,
            Clock clock) {
        this.returns = returns;
        this.orders = orders;
        this.inventory = inventory;
        this.givingBack = givingBack;
        this.log = log;
        this.clock = clock;
    }

    /** The events that come first are appended only if the goods are taken in. */
    ReturnOutcome receive(
            Return document,
            LocationId location,
            Map<Integer, Disposition> named,
            List<NewEvent> first,
            Touchpoint touchpoint) {
        return given(document, location, first, touchpoint, worth -> {
            var dispositions = dispositions(document, named);
            int ignored = inventory.move(movements(document, location, dispositions), touchpoint);
            return received(document, location, dispositions, worth, touchpoint);
        });
    }

    /** Nothing comes in: the pieces are given up, and the customer gets what they are worth. */
    ReturnOutcome claim(Return document, List<NewEvent> first, Touchpoint touchpoint) {
        return given(
                document, LocationId.WEB, first, touchpoint, worth -> received(document, null, Map.of(), worth, touchpoint));
    }

    private ReturnOutcome given(
            Return document,
            LocationId location,
            List<NewEvent> first,
            Touchpoint touchpoint,
            Function<Money, ReturnOutcome> next) {
        return switch (orders.giveBack(document.order(), part(document, location), touchpoint)) {
            case ChangeOutcome.Done(var state, Money worth, var moved) -> {
                log.append(first);
                yield next.apply(worth);
            }
            case ChangeOutcome.TooLate late -> withCustomer(document);
            case ChangeOutcome.NotThere none -> withCustomer(document);
            case ChangeOutcome.NoSuchOrder none -> new NoSuchOrder();
        };
    }

    private Done received(
            Return document,
            @Nullable LocationId location,
            Map<Integer, Disposition> dispositions,
            Money worth,
            Touchpoint touchpoint) {
        if (!returns.receive(document.id(), location, dispositions, worth, clock.instant())) {
            throw new IllegalStateException("Return %s moved while it was locked".formatted(document.id()));
        }
        var received = returns.find(document.id()).orElseThrow();
        log.append(ReturnChanged.event(ReturnChanged.RECEIVED, received, touchpoint));
        givingBack.goOn(received, touchpoint);
        return new Done(returns.find(document.id()).orElseThrow(), false);
    }

    private static Map<Integer, Disposition> dispositions(Return document, Map<Integer, Disposition> named) {
        var all = new TreeMap<Integer, Disposition>();
        document.lines().forEach(line -> all.put(line.line(), named.getOrDefault(line.line(), Disposition.RESTOCK)));
        return all;
    }

    /** The id of the document in the ids of the movements makes repeating safe. */
    private static List<Movement> movements(
            Return document, LocationId location, Map<Integer, Disposition> dispositions) {
        var movements = new ArrayList<Movement>();
        for (var line : document.lines()) {
            movements.add(movement(document, line, location, MovementKind.RETURNED));
            if (dispositions.get(line.line()) == Disposition.DAMAGE) {
                movements.add(movement(document, line, location, MovementKind.DAMAGED));
            }
        }
        return movements;
    }

    private static Movement movement(Return document, Return.Line line, LocationId location, MovementKind kind) {
        var id = "return:%s:%d:%s".formatted(document.id(), line.line(), kind);
        return new Movement(id, line.sku(), location, kind, line.quantity(), "return " + document.id());
    }

    private static Part part(Return document, LocationId location) {
        return new Part(
                location,
                document.lines().stream()
                        .map(line -> new Part.Piece(line.line(), line.sku(), Quantity.of(line.quantity())))
                        .toList());
    }

    /** Something came back by another door meanwhile. */
    private ReturnOutcome withCustomer(Return document) {
        var lines = orders.find(document.order()).map(OrderView::lines).orElse(List.of());
        for (var line : document.lines()) {
            int withCustomer = lines.stream()
                    .filter(one -> one.number() == line.line())
                    .mapToInt(one -> one.fulfilled() - one.returned())
                    .sum();
            if (withCustomer < line.quantity()) {
                return new TooMany(line.line(), withCustomer);
            }
        }
        throw new IllegalStateException("Order %s takes nothing back".formatted(document.order()));
    }
}
