package io.stoa.orders;

import io.stoa.database.IndexPlans;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.inventory.Admission;
import io.stoa.inventory.HoldRequest;
import io.stoa.inventory.Inventory;
import io.stoa.orders.PlaceOutcome.CartMoved;
import io.stoa.orders.PlaceOutcome.OutOfStock;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.orders.Preparation.Prepared;
import io.stoa.orders.facts.OrderPaid;
import io.stoa.orders.facts.OrderPlaced;
import io.stoa.payments.NewPayment;
import io.stoa.payments.Payments;
import io.stoa.routing.Decision.Shortage;
import io.stoa.shared.GroupCommit;
import io.stoa.shared.Touchpoint;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Places many orders in one transaction: carts closed, goods held, orders, lines and payments written, events appended, each
 * in one statement for all. First come, first served; an order that cannot be served takes nothing from the next.
 */
@Component
class Placement {

    private static final int WRITERS = 2;
    private static final int QUEUE_MAX = 2_000;
    private static final int BATCH_MAX = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ATTEMPTS_MAX = 4;

    private final Preparation preparation;
    private final OrderTable orders;
    private final CartTable carts;
    private final Inventory inventory;
    private final Payments payments;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final IndexPlans indexPlans;
    private final Clock clock;
    private final Duration holdFor;
    private final GroupCommit<PlaceOrder, Attempt> commit;

    /** An outcome, the payment that comes with the order, and whether another process was quicker, so that it is worth another try. */
    record Attempt(PlaceOutcome outcome, @Nullable NewPayment payment, boolean raceLost) {
        static Attempt of(PlaceOutcome outcome) {
            return new Attempt(outcome, null, false);
        }
    }

    Placement(
            Preparation preparation,
            OrderTable orders,
            CartTable carts,
            Inventory inventory,
            Payments payments,
            EventLog log,
            TransactionTemplate transaction,
            IndexPlans indexPlans,
            Clock clock,
            @Value("${stoa.orders.hold-for:PT15M}") Duration holdFor) {
        this.preparation = preparation;
        this.orders = orders;
        this.carts = carts;
        this.inventory = inventory;
        this.payments = payments;
        this.log = log;
        this.transaction = transaction;
        this.indexPlans = indexPlans;
        this.clock = clock;
        this.holdFor = holdFor;
        this.commit = new GroupCommit<>("placement", WRITERS, QUEUE_MAX, BATCH_MAX, PATIENCE, this::batch);
    }

    /** Waits for the batch and answers what came of this wish; a lost race is run again, against what is left then. */
    Attempt place(PlaceOrder asked) {
        for (int attempt = 1; ; attempt++) {
            try {
                var result = commit.submit(asked);
                if (!result.raceLost() || attempt == ATTEMPTS_MAX) {
                    return result;
                }
            } catch (DuplicateKeyException sameKeyElsewhere) {
                if (attempt == ATTEMPTS_MAX) {
                    throw sameKeyElsewhere;
                }
            }
        }
    }

    @PreDestroy
    void close() {
        commit.close();
    }

    private List<Attempt> batch(List<PlaceOrder> asked) {
        var first = firstOfEachKey(asked);
        var prepared = preparation.prepare(first);
        var ready = ready(prepared);
        Map<NewOrder, Attempt> written = ready.isEmpty() ? Map.of() : transaction.execute(status -> write(ready));
        var byKey = new HashMap<String, Attempt>();
        for (int i = 0; i < first.size(); i++) {
            byKey.put(first.get(i).key(), switch (prepared.get(i)) {
                case Prepared.Answered answered -> Attempt.of(answered.outcome());
                case Prepared.Ready one -> Objects.requireNonNull(written.get(one.order()));
            });
        }
        return answers(asked, first, byKey);
    }

    /** Two wishes with one key in one batch are one order; the second is answered like a repetition. */
    private static List<Attempt> answers(List<PlaceOrder> asked, List<PlaceOrder> first, Map<String, Attempt> byKey) {
        var firsts = new HashSet<>(first);
        return asked.stream()
                .map(one -> {
                    var attempt = Objects.requireNonNull(byKey.get(one.key()));
                    return firsts.remove(one) ? attempt : new Attempt(attempt.outcome(), null, true);
                })
                .toList();
    }

    private static List<PlaceOrder> firstOfEachKey(List<PlaceOrder> asked) {
        var keys = new HashSet<String>();
        return asked.stream().filter(one -> keys.add(one.key())).toList();
    }

    private static List<NewOrder> ready(List<Prepared> prepared) {
        return prepared.stream()
                .filter(Prepared.Ready.class::isInstance)
                .map(one -> ((Prepared.Ready) one).order())
                .toList();
    }

    private Map<NewOrder, Attempt> write(List<NewOrder> ready) {
        indexPlans.require();
        var now = clock.instant();
        var attempts = new HashMap<NewOrder, Attempt>();
        var open = closeCarts(ready, attempts);
        var admitted = hold(open, now, attempts);
        if (!admitted.isEmpty()) {
            orders.insert(admitted, now);
            openPayments(admitted);
            log.append(admitted.stream().map(Placement::placed).toList());
            completeCash(admitted.stream().filter(NewOrder::isCash).toList());
            admitted.forEach(order -> attempts.put(order, new Attempt(outcome(order), order.payment(), false)));
        }
        return attempts;
    }

    private void openPayments(List<NewOrder> admitted) {
        var opened = admitted.stream().map(NewOrder::payment).filter(Objects::nonNull).toList();
        if (!opened.isEmpty()) {
            payments.openAll(opened);
        }
    }

    private List<NewOrder> closeCarts(List<NewOrder> ready, Map<NewOrder, Attempt> attempts) {
        var named = new HashMap<CartView, Long>();
        ready.forEach(order -> {
            if (order.cart() != null) {
                named.putIfAbsent(order.cart(), order.id().value());
            }
        });
        var closed = named.isEmpty() ? Set.<Long>of() : carts.order(named);
        var open = new ArrayList<NewOrder>();
        for (var order : ready) {
            var cart = order.cart();
            if (cart == null || (closed.contains(cart.id().value()) && isNamed(named, cart, order))) {
                open.add(order);
            } else {
                attempts.put(order, new Attempt(new CartMoved(cart.id()), null, true));
            }
        }
        return open;
    }

    /** Two wishes may name one cart under two keys: the first has it. */
    private static boolean isNamed(Map<CartView, Long> named, CartView cart, NewOrder order) {
        return Objects.equals(named.get(cart), order.id().value());
    }

    private List<NewOrder> hold(List<NewOrder> open, Instant now, Map<NewOrder, Attempt> attempts) {
        var until = now.plus(holdFor);
        var requests = open.stream()
                .map(order -> new HoldRequest(
                        order.id().value(),
                        Parts.demands(order.routed().parts()),
                        until,
                        order.asked().touchpoint()))
                .toList();
        var admissions = inventory.holdAll(requests);
        var admitted = new ArrayList<NewOrder>();
        var refused = new ArrayList<Long>();
        for (int i = 0; i < open.size(); i++) {
            var order = open.get(i);
            switch (admissions.get(i)) {
                case Admission.Held held -> admitted.add(order);
                case Admission.TooFew few -> {
                    attempts.put(order, new Attempt(outOfStock(order, few), null, true));
                    addCart(order, refused);
                }
            }
        }
        carts.reopen(refused);
        return admitted;
    }

    private static void addCart(NewOrder order, List<Long> carts) {
        if (order.cart() != null) {
            carts.add(order.cart().id().value());
        }
    }

    private static OutOfStock outOfStock(NewOrder order, Admission.TooFew few) {
        int wanted = order.lines().stream()
                .filter(line -> line.wanted().sku().equals(few.sku()))
                .mapToInt(line -> line.wanted().quantity().units())
                .sum();
        return new OutOfStock(List.of(new Shortage(few.sku(), wanted, few.available())));
    }

    /** Paid on the spot: the goods are the customer's at once, and gone if taken away. */
    private void completeCash(List<NewOrder> cash) {
        if (cash.isEmpty()) {
            return;
        }
        var owners = cash.stream().map(order -> order.id().value()).toList();
        var touchpoint = cash.getFirst().asked().touchpoint();
        var allocated = inventory.allocateAll(owners, touchpoint);
        if (allocated.size() != owners.size()) {
            throw new IllegalStateException("Just held and not held any more");
        }
        sellTakenAway(cash, touchpoint);
        log.append(cash.stream().map(Placement::paid).toList());
    }

    private void sellTakenAway(List<NewOrder> cash, Touchpoint touchpoint) {
        inventory.sellAll(
                cash.stream().filter(NewOrder::isTakenAway).map(order -> order.id().value()).toList(), touchpoint);
    }

    private static PlaceOutcome outcome(NewOrder order) {
        return new Placed(order.id(), order.state(), order.total(), false);
    }

    private static NewEvent placed(NewOrder order) {
        return event(OrderPlaced.TYPE, 1, order, new OrderPlaced(
                order.id(),
                order.asked().touchpoint().channel(),
                order.total(),
                order.delivery().kind(),
                order.routed().parts()));
    }

    private static NewEvent paid(NewOrder order) {
        return event(OrderPaid.TYPE, 2, order, new OrderPaid(
                order.id(), order.total(), order.delivery().kind(), order.routed().parts()));
    }

    private static NewEvent event(String type, long version, NewOrder order, Object payload) {
        var asked = order.asked();
        return new NewEvent(type, "order:" + order.id(), version, asked.customer(), order.id(), asked.touchpoint(), payload);
    }
}
