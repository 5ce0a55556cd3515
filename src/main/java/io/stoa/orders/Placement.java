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
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
    private final GroupCommit<PlaceOrder, CompletableFuture<Attempt>> preparing;
    private final GroupCommit<NewOrder, Attempt> writing;
    private final Map<String, CompletableFuture<Attempt>> underway = new ConcurrentHashMap<>();

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
        this.preparing = new GroupCommit<>("placement-preparing", QUEUE_MAX, BATCH_MAX, PATIENCE, this::prepare);
        this.writing = new GroupCommit<>("placement-writing", QUEUE_MAX, BATCH_MAX, PATIENCE, this::write);
    }

    /** Waits for the batch and answers what came of this wish; a lost race is run again, against what is left then. */
    Attempt place(PlaceOrder asked) {
        for (int attempt = 1; ; attempt++) {
            try {
                var result = preparing.submit(asked, written -> written);
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
        preparing.close();
        writing.close();
    }

    /** What came of each wish, at once or as soon as it is written. Two wishes with one key are one order. */
    private List<CompletableFuture<Attempt>> prepare(List<PlaceOrder> asked) {
        var attempts = new HashMap<>(underway);
        var first = firstOfEachKey(asked, attempts.keySet());
        var prepared = preparation.prepare(first);
        var own = new IdentityHashMap<PlaceOrder, CompletableFuture<Attempt>>();
        for (int i = 0; i < first.size(); i++) {
            var attempt = switch (prepared.get(i)) {
                case Prepared.Answered answered -> CompletableFuture.completedFuture(Attempt.of(answered.outcome()));
                case Prepared.Ready ready -> begin(ready.order());
            };
            own.put(first.get(i), attempt);
            attempts.put(first.get(i).key(), attempt);
        }
        return asked.stream()
                .map(one -> Objects.requireNonNullElseGet(own.get(one), () -> again(attempts.get(one.key()))))
                .toList();
    }

    private static List<PlaceOrder> firstOfEachKey(List<PlaceOrder> asked, Set<String> underway) {
        var keys = new HashSet<>(underway);
        return asked.stream().filter(one -> keys.add(one.key())).toList();
    }

    private CompletableFuture<Attempt> begin(NewOrder order) {
        var written = writing.enqueue(order);
        var key = order.asked().key();
        underway.put(key, written);
        return written.whenComplete((attempt, failure) -> underway.remove(key, written));
    }

    /** Answered like a repetition, once the first is written. */
    private static CompletableFuture<Attempt> again(@Nullable CompletableFuture<Attempt> first) {
        return Objects.requireNonNull(first).thenApply(attempt -> new Attempt(attempt.outcome(), null, true));
    }

    private List<Attempt> write(List<NewOrder> ready) {
        var attempts = transaction.execute(status -> writeAll(ready));
        return ready.stream().map(order -> Objects.requireNonNull(attempts.get(order.id()))).toList();
    }

    private Map<OrderId, Attempt> writeAll(List<NewOrder> ready) {
        indexPlans.require();
        var now = clock.instant();
        var attempts = new HashMap<OrderId, Attempt>();
        var open = closeCarts(ready, attempts);
        var admitted = hold(open, now, attempts);
        if (!admitted.isEmpty()) {
            orders.insert(admitted, now);
            openPayments(admitted);
            log.append(admitted.stream().map(Placement::placed).toList());
            completeCash(admitted.stream().filter(NewOrder::isCash).toList());
            admitted.forEach(order -> attempts.put(order.id(), new Attempt(outcome(order), order.payment(), false)));
        }
        return attempts;
    }

    private void openPayments(List<NewOrder> admitted) {
        var opened = admitted.stream().map(NewOrder::payment).filter(Objects::nonNull).toList();
        if (!opened.isEmpty()) {
            payments.openAll(opened);
        }
    }

    /** Two wishes may name one cart under two keys: the first has it. */
    private List<NewOrder> closeCarts(List<NewOrder> ready, Map<OrderId, Attempt> attempts) {
        var first = new LinkedHashMap<CartId, NewOrder>();
        ready.forEach(order -> {
            if (order.cart() != null) {
                first.putIfAbsent(order.cart().id(), order);
            }
        });
        var named = first.values().stream().map(NewOrder::id).collect(Collectors.toSet());
        var closed = first.isEmpty() ? Set.<Long>of() : carts.order(first.values());
        var open = new ArrayList<NewOrder>();
        for (var order : ready) {
            var cart = order.cart();
            if (cart == null || (closed.contains(cart.id().value()) && named.contains(order.id()))) {
                open.add(order);
            } else {
                attempts.put(order.id(), new Attempt(new CartMoved(cart.id()), null, true));
            }
        }
        return open;
    }

    private List<NewOrder> hold(List<NewOrder> open, Instant now, Map<OrderId, Attempt> attempts) {
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
                    attempts.put(order.id(), new Attempt(outOfStock(order, few), null, true));
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
