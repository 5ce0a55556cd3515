package io.stoa.orders;

import io.stoa.coupons.Coupon;
import io.stoa.coupons.Coupons;
import io.stoa.database.IndexPlans;
import io.stoa.events.EventLog;
import io.stoa.inventory.Admission;
import io.stoa.inventory.Inventory;
import io.stoa.orders.PlaceOutcome.CartMoved;
import io.stoa.orders.PlaceOutcome.KeyReused;
import io.stoa.orders.PlaceOutcome.Placed;
import io.stoa.orders.Preparation.Prepared;
import io.stoa.payments.NewPayment;
import io.stoa.payments.Payments;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    private final Coupons coupons;
    private final Payments payments;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final IndexPlans indexPlans;
    private final Clock clock;
    private final Duration holdFor;
    private final GroupCommit<PlaceOrder, CompletableFuture<Attempt>> preparing;
    private final GroupCommit<Step, Attempt> writing;
    private final Map<String, Underway> underway = new ConcurrentHashMap<>();

    /** What the writer gets: an order prepared while others were written, or a wish that lost to one of those. */
    private sealed interface Step {
        record Ready(NewOrder order) implements Step {}

        record Again(PlaceOrder asked) implements Step {}
    }

    /** The first wish with its key: what exactly was asked, and what comes of it. */
    private record Underway(String hash, CompletableFuture<Attempt> attempt) {}

    /** An outcome, the payment that comes with the order, and whether another order was quicker, so that it is worth another try. */
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
            Coupons coupons,
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
        this.coupons = coupons;
        this.payments = payments;
        this.log = log;
        this.transaction = transaction;
        this.indexPlans = indexPlans;
        this.clock = clock;
        this.holdFor = holdFor;
        this.preparing = new GroupCommit<>("placement-preparing", QUEUE_MAX, BATCH_MAX, PATIENCE, this::prepare);
        this.writing = new GroupCommit<>("placement-writing", QUEUE_MAX, BATCH_MAX, PATIENCE, this::write);
    }

    /** Waits for the batch and answers what came of this wish. Who lost a race is prepared again by the writer itself. */
    Attempt place(PlaceOrder asked) {
        for (int attempt = 1; ; attempt++) {
            try {
                var result = attempt == 1
                        ? preparing.submit(asked, written -> written)
                        : writing.submit(new Step.Again(asked));
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

    /** How many prepared orders wait to be written. */
    int waiting() {
        return writing.waiting();
    }

    @PreDestroy
    void close() {
        preparing.close();
        writing.close();
    }

    /** What comes of each wish. Two wishes with one key are one order. */
    private List<CompletableFuture<Attempt>> prepare(List<PlaceOrder> asked) {
        var begun = new HashMap<>(underway);
        var keys = new HashSet<>(begun.keySet());
        var first = asked.stream().filter(one -> keys.add(one.key())).toList();
        var prepared = preparation.prepare(first);
        var own = new IdentityHashMap<PlaceOrder, CompletableFuture<Attempt>>();
        for (int i = 0; i < first.size(); i++) {
            var one = new Underway(first.get(i).hash(), new CompletableFuture<>());
            begun.put(first.get(i).key(), one);
            own.put(first.get(i), one.attempt());
            switch (prepared.get(i)) {
                case Prepared.Answered answered -> one.attempt().complete(Attempt.of(answered.outcome()));
                case Prepared.Ready ready -> begin(ready.order(), one);
            }
        }
        return asked.stream()
                .map(one -> own.containsKey(one) ? own.get(one) : again(one, begun.get(one.key())))
                .map(Objects::requireNonNull)
                .toList();
    }

    private void begin(NewOrder order, Underway one) {
        var key = order.asked().key();
        underway.put(key, one);
        var written = writing.enqueue(new Step.Ready(order));
        var _ = one.attempt().whenComplete((attempt, failure) -> written.cancel(false));
        var _ = written.whenComplete((attempt, failure) -> {
            underway.remove(key, one);
            var _ = failure == null ? one.attempt().complete(attempt) : one.attempt().completeExceptionally(failure);
        });
    }

    /** Answered like a repetition, once the first is written; when the first is refused, it tries for itself. */
    private static CompletableFuture<Attempt> again(PlaceOrder asked, @Nullable Underway first) {
        return Objects.requireNonNull(first).attempt().thenApply(attempt -> {
            if (attempt.outcome() instanceof Placed placed) {
                return Attempt.of(
                        asked.hash().equals(first.hash())
                                ? new Placed(placed.order(), placed.state(), placed.total(), true)
                                : new KeyReused());
            }
            return new Attempt(attempt.outcome(), null, true);
        });
    }

    /** Those who lost come last and are prepared here, where nothing else is written meanwhile. */
    private List<Attempt> write(List<Step> steps) {
        var attempts = new HashMap<Integer, Attempt>();
        var ready = new TreeMap<Integer, NewOrder>();
        var again = new TreeMap<Integer, PlaceOrder>();
        for (int i = 0; i < steps.size(); i++) {
            switch (steps.get(i)) {
                case Step.Ready one -> ready.put(i, one.order());
                case Step.Again one -> again.put(i, one.asked());
            }
        }
        write(ready, attempts);
        write(prepareNow(again, attempts), attempts);
        return IntStream.range(0, steps.size()).mapToObj(i -> Objects.requireNonNull(attempts.get(i))).toList();
    }

    private SortedMap<Integer, NewOrder> prepareNow(SortedMap<Integer, PlaceOrder> again, Map<Integer, Attempt> attempts) {
        var ready = new TreeMap<Integer, NewOrder>();
        var prepared = again.isEmpty() ? List.<Prepared>of() : preparation.prepare(List.copyOf(again.values()));
        var place = again.keySet().iterator();
        for (var one : prepared) {
            switch (one) {
                case Prepared.Answered answered -> attempts.put(place.next(), Attempt.of(answered.outcome()));
                case Prepared.Ready order -> ready.put(place.next(), order.order());
            }
        }
        return ready;
    }

    private void write(SortedMap<Integer, NewOrder> ready, Map<Integer, Attempt> attempts) {
        if (!ready.isEmpty()) {
            var written = transaction.execute(status -> writeAll(List.copyOf(ready.values())));
            ready.forEach((place, order) -> attempts.put(place, Objects.requireNonNull(written.get(order.id()))));
        }
    }

    private Map<OrderId, Attempt> writeAll(List<NewOrder> ready) {
        indexPlans.requireForMany();
        var now = clock.instant();
        var attempts = new HashMap<OrderId, Attempt>();
        var open = closeCarts(ready, attempts);
        var admitted = redeem(hold(open, now, attempts), attempts);
        if (!admitted.isEmpty()) {
            orders.insert(admitted, now);
            openPayments(admitted);
            log.append(admitted.stream().map(NewOrder::placedEvent).toList());
            completePaid(admitted.stream().filter(NewOrder::isPaid).toList());
            admitted.forEach(order -> attempts.put(order.id(), new Attempt(order.placed(), order.payment(), false)));
        }
        return attempts;
    }

    /** Coupons are locked after the stock, as whoever cancels does; who gets no use of theirs gives the goods back. */
    private List<NewOrder> redeem(List<NewOrder> held, Map<OrderId, Attempt> attempts) {
        var wanted = held.stream().flatMap(order -> order.redemption().stream()).toList();
        var refused = wanted.isEmpty() ? Map.<OrderId, Coupon.Refusal>of() : coupons.redeemAll(wanted);
        var without = held.stream().filter(order -> refused.containsKey(order.id())).toList();
        if (!without.isEmpty()) {
            without.forEach(order -> attempts.put(order.id(), Attempt.of(order.refused(refused.get(order.id())))));
            var _ = inventory.releaseAll(without.stream().map(order -> order.id().value()).toList(), Touchpoint.SYSTEM);
            carts.reopen(without.stream().flatMap(order -> order.cartId().stream()).map(CartId::value).toList());
        }
        return held.stream().filter(order -> !refused.containsKey(order.id())).toList();
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
        ready.forEach(order -> order.cartId().ifPresent(cart -> first.putIfAbsent(cart, order)));
        var named = first.values().stream().map(NewOrder::id).collect(Collectors.toSet());
        var closed = first.isEmpty() ? Set.<Long>of() : carts.order(first.values());
        var open = new ArrayList<NewOrder>();
        for (var order : ready) {
            var cart = order.cartId();
            if (cart.isEmpty() || (closed.contains(cart.get().value()) && named.contains(order.id()))) {
                open.add(order);
            } else {
                attempts.put(order.id(), new Attempt(new CartMoved(cart.get()), null, true));
            }
        }
        return open;
    }

    private List<NewOrder> hold(List<NewOrder> open, Instant now, Map<OrderId, Attempt> attempts) {
        var until = now.plus(holdFor);
        var requests = open.stream().map(order -> order.hold(until)).toList();
        var admissions = inventory.holdAll(requests);
        var admitted = new ArrayList<NewOrder>();
        var refused = new ArrayList<Long>();
        for (int i = 0; i < open.size(); i++) {
            var order = open.get(i);
            switch (admissions.get(i)) {
                case Admission.Held held -> admitted.add(order);
                case Admission.TooFew few -> {
                    attempts.put(order.id(), new Attempt(order.lacks(few), null, true));
                    order.cartId().ifPresent(cart -> refused.add(cart.value()));
                }
            }
        }
        carts.reopen(refused);
        return admitted;
    }

    /** Paid on the spot, or for nothing: the goods are the customer's at once, and gone if taken away. */
    private void completePaid(List<NewOrder> paid) {
        if (paid.isEmpty()) {
            return;
        }
        var owners = paid.stream().map(order -> order.id().value()).toList();
        var touchpoint = paid.getFirst().asked().touchpoint();
        var allocated = inventory.allocateAll(owners, touchpoint);
        if (allocated.size() != owners.size()) {
            throw new IllegalStateException("Just held and not held any more");
        }
        sellTakenAway(paid, touchpoint);
        log.append(paid.stream().map(NewOrder::paidEvent).toList());
    }

    private void sellTakenAway(List<NewOrder> paid, Touchpoint touchpoint) {
        inventory.sellAll(
                paid.stream()
                        .filter(NewOrder::isTakenAway)
                        .map(order -> order.id().value())
                        .toList(),
                touchpoint);
    }
}
