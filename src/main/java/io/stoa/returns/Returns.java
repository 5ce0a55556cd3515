package io.stoa.returns;

import io.stoa.events.EventLog;
import io.stoa.locations.Capability;
import io.stoa.locations.Locations;
import io.stoa.orders.Orders;
import io.stoa.orders.views.OrderView;
import io.stoa.payments.PaymentId;
import io.stoa.returns.RefundTable.Asked;
import io.stoa.returns.ReturnOutcome.BoughtBefore;
import io.stoa.returns.ReturnOutcome.Done;
import io.stoa.returns.ReturnOutcome.KeyReused;
import io.stoa.returns.ReturnOutcome.NoSuchOrder;
import io.stoa.returns.ReturnOutcome.NoSuchReturn;
import io.stoa.returns.ReturnOutcome.NotNow;
import io.stoa.returns.ReturnOutcome.NotTakenThere;
import io.stoa.returns.ReturnOutcome.TooMany;
import io.stoa.shared.Ids;
import io.stoa.shared.LocationId;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Page;
import io.stoa.shared.Touchpoint;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goods that come back, whatever the door. No more comes back than was handed over, and no more money than was taken; what is
 * not taken yet is given back as soon as it is. Thread-safe.
 */
@Component
public class Returns {

    private final ReturnTable returns;
    private final RefundTable refunds;
    private final Receiving receiving;
    private final Orders orders;
    private final Locations locations;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Returns(
            ReturnTable returns,
            RefundTable refunds,
            Receiving receiving,
            Orders orders,
            Locations locations,
            EventLog log,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.returns = returns;
        this.refunds = refunds;
        this.receiving = receiving;
        this.orders = orders;
        this.locations = locations;
        this.log = log;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    // --- Reading

    public Optional<Return> find(ReturnId id) {
        return returns.find(id);
    }

    /** Oldest first. */
    public List<Return> of(OrderId order) {
        return returns.ofOrder(order);
    }

    /** Newest first; one query. */
    public Page<Return> list(@Nullable ReturnState state, int size, @Nullable ReturnId after) {
        int limit = Page.clamp(size);
        long before = after == null ? Long.MAX_VALUE : after.value();
        return Page.of(
                returns.list(state, before, limit + 1),
                limit,
                document -> document.id().toString());
    }

    /** What of its worth went back to which payment so far; what is not there is still due. */
    public Map<PaymentId, Money> givenBack(Return document) {
        return refunds.of(document.id()).stream()
                .filter(asked -> asked.state() != RefundTable.State.REFUSED)
                .collect(Collectors.toMap(
                        Asked::payment, asked -> new Money(asked.amount(), document.worth().currency()), Money::plus));
    }

    // --- Changing

    /** The customer will bring or send it. Repeating it with the same key is the same return. */
    public ReturnOutcome open(NewReturn wish, Touchpoint touchpoint) {
        return transaction.execute(status -> opened(wish, touchpoint, document -> {
            log.append(ReturnChanged.event(ReturnChanged.OPENED, document, touchpoint));
            return new Done(document, false);
        }));
    }

    /** The goods are here. What becomes of a line that is not named: it is on sale again. */
    public ReturnOutcome receive(
            ReturnId id, LocationId location, Map<Integer, Disposition> lines, Touchpoint touchpoint) {
        if (!isTakenAt(location)) {
            return new NotTakenThere(location);
        }
        return transaction.execute(status -> {
            var document = returns.lock(id);
            return document.map(there -> switch (there.state()) {
                        case REQUESTED -> receiving.receive(there, location, lines, List.of(), touchpoint);
                        case RECEIVED, REFUNDED -> new Done(there, true);
                        case CANCELLED -> new NotNow(there.state());
                    })
                    .orElseGet(NoSuchReturn::new);
        });
    }

    /** At a till: opened and received in one step, or not at all. */
    public ReturnOutcome returnAtTill(
            NewReturn wish, LocationId location, Map<Integer, Disposition> lines, Touchpoint touchpoint) {
        if (!isTakenAt(location)) {
            return new NotTakenThere(location);
        }
        return transaction.execute(status -> opened(wish, touchpoint, document -> {
            var opened = List.of(ReturnChanged.event(ReturnChanged.OPENED, document, touchpoint));
            var outcome = receiving.receive(document, location, lines, opened, touchpoint);
            if (!(outcome instanceof Done)) {
                returns.withdraw(document.id());
            }
            return outcome;
        }));
    }

    /** It does not come after all. */
    public ReturnOutcome cancel(ReturnId id, Touchpoint touchpoint) {
        return transaction.execute(status -> {
            boolean won = returns.cancel(id, clock.instant());
            var document = returns.find(id).orElse(null);
            if (document == null) {
                return new NoSuchReturn();
            }
            if (won) {
                log.append(ReturnChanged.event(ReturnChanged.CANCELLED, document, touchpoint));
            }
            return document.state() == ReturnState.CANCELLED ? new Done(document, !won) : new NotNow(document.state());
        });
    }

    private interface Next {
        ReturnOutcome of(Return document);
    }

    private ReturnOutcome opened(NewReturn wish, Touchpoint touchpoint, Next next) {
        var order = orders.find(wish.order()).orElse(null);
        if (order == null) {
            return new NoSuchOrder();
        }
        if (order.imported() != null) {
            return new BoughtBefore();
        }
        var id = new ReturnId(ids.next());
        if (!returns.insert(id, wish, order, touchpoint, clock.instant())) {
            return repeated(wish);
        }
        var refusal = tooMany(wish, order);
        if (refusal != null) {
            returns.withdraw(id);
            return refusal;
        }
        returns.insertLines(id, lines(wish, order));
        return next.of(returns.find(id).orElseThrow());
    }

    private ReturnOutcome repeated(NewReturn wish) {
        var stored = returns.byKey(wish.key()).orElseThrow();
        return wish.sameAs(stored) ? new Done(stored, true) : new KeyReused();
    }

    private static @Nullable TooMany tooMany(NewReturn wish, OrderView order) {
        for (var line : wish.lines()) {
            int withCustomer = order.lines().stream()
                    .filter(one -> one.number() == line.line())
                    .mapToInt(one -> one.fulfilled() - one.returned())
                    .sum();
            if (withCustomer < line.quantity().units()) {
                return new TooMany(line.line(), withCustomer);
            }
        }
        return null;
    }

    private static List<Return.Line> lines(NewReturn wish, OrderView order) {
        return wish.lines().stream().map(line -> line(line, order)).toList();
    }

    private static Return.Line line(NewReturn.Line wish, OrderView order) {
        var line = order.lines().stream()
                .filter(one -> one.number() == wish.line())
                .findFirst()
                .orElseThrow();
        return new Return.Line(
                wish.line(), line.sku(), line.title(), wish.quantity().units(), wish.reason(), null);
    }

    private boolean isTakenAt(LocationId location) {
        return locations
                .find(location)
                .filter(place -> place.offers(Capability.RETURNS))
                .isPresent();
    }
}
