package io.stoa.returns;

import io.stoa.events.EventLog;
import io.stoa.locations.Capability;
import io.stoa.locations.Locations;
import io.stoa.orders.paying.Tendered;
import io.stoa.payments.PaymentId;
import io.stoa.returns.RefundTable.Asked;
import io.stoa.returns.ReturnOutcome.Done;
import io.stoa.returns.ReturnOutcome.NoSuchReturn;
import io.stoa.returns.ReturnOutcome.NotNow;
import io.stoa.returns.ReturnOutcome.NotTakenThere;
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
    private final Opening opening;
    private final Receiving receiving;
    private final ExchangeTable exchanges;
    private final GivingBack givingBack;
    private final Locations locations;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Returns(
            ReturnTable returns,
            RefundTable refunds,
            Opening opening,
            Receiving receiving,
            ExchangeTable exchanges,
            GivingBack givingBack,
            Locations locations,
            EventLog log,
            TransactionTemplate transaction,
            Clock clock) {
        this.returns = returns;
        this.refunds = refunds;
        this.opening = opening;
        this.receiving = receiving;
        this.exchanges = exchanges;
        this.givingBack = givingBack;
        this.locations = locations;
        this.log = log;
        this.transaction = transaction;
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
        return transaction.execute(status -> opening.open(wish, LocationId.WEB, touchpoint, document -> {
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
        return transaction.execute(status -> opening.open(wish, location, touchpoint, document -> {
            var opened = List.of(ReturnChanged.event(ReturnChanged.OPENED, document, touchpoint));
            return withdrawnUnlessDone(document, receiving.receive(document, location, lines, opened, touchpoint));
        }));
    }

    private ReturnOutcome withdrawnUnlessDone(Return document, ReturnOutcome outcome) {
        if (!(outcome instanceof Done)) {
            returns.withdraw(document.id());
        }
        return outcome;
    }

    /**
     * Opened, and its money given back without any goods, in one step.
     *
     * @throws IllegalArgumentException unless the wish is a claim
     */
    public ReturnOutcome claim(NewReturn wish, Touchpoint touchpoint) {
        if (wish.kind() != ReturnKind.CLAIM) {
            throw new IllegalArgumentException("Only a claim does without goods");
        }
        return transaction.execute(status -> opening.open(wish, LocationId.WEB, touchpoint, document -> {
            var opened = List.of(ReturnChanged.event(ReturnChanged.OPENED, document, touchpoint));
            return withdrawnUnlessDone(document, receiving.claim(document, opened, touchpoint));
        }));
    }

    /** What pays for what is taken instead of it, as long as something of it is kept. */
    public Tendered asTender(Return document, @Nullable Money amount) {
        return new Tendered.ByExchange(ExchangeGateway.token(document.id()), amount);
    }

    /** The orders that it pays for, the oldest first. */
    public List<OrderId> exchangedFor(ReturnId id) {
        return exchanges.orders(id);
    }

    /** The returns that pay for an order, the oldest first. */
    public List<Return> payingFor(OrderId order) {
        return exchanges.paying(order).stream().flatMap(id -> returns.find(id).stream()).toList();
    }

    /** What is kept for an exchange is kept no longer, and goes back as money; where nothing is kept, nothing changes. */
    public ReturnOutcome giveBack(ReturnId id, Touchpoint touchpoint) {
        return transaction.execute(status -> {
            var document = returns.lock(id).orElse(null);
            if (document == null) {
                return new NoSuchReturn();
            }
            boolean kept = returns.letGo(id, clock.instant());
            if (kept) {
                givingBack.goOn(returns.find(id).orElseThrow(), touchpoint);
            }
            return new Done(returns.find(id).orElseThrow(), !kept);
        });
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

    private boolean isTakenAt(LocationId location) {
        return locations
                .find(location)
                .filter(place -> place.offers(Capability.RETURNS))
                .isPresent();
    }
}
