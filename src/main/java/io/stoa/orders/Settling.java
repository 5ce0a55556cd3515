package io.stoa.orders;

import io.stoa.database.IndexPlans;
import io.stoa.events.EventLog;
import io.stoa.events.NewEvent;
import io.stoa.inventory.Inventory;
import io.stoa.orders.facts.OrderEnded;
import io.stoa.orders.facts.OrderPaid;
import io.stoa.payments.Answered;
import io.stoa.payments.CaptureRequest;
import io.stoa.payments.Payment;
import io.stoa.payments.PaymentId;
import io.stoa.payments.Payments;
import io.stoa.payments.Recorded;
import io.stoa.payments.gateway.GatewayAnswer;
import io.stoa.shared.CustomerId;
import io.stoa.shared.GroupCommit;
import io.stoa.shared.Money;
import io.stoa.shared.OrderId;
import io.stoa.shared.Touchpoint;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a provider's answers do to orders, many in one transaction: held goods become allocated, the order is placed, and what
 * is taken away at a till leaves at once. Money that comes for an order which no longer waits for it is let go.
 */
@Component
class Settling {

    private static final int QUEUE_MAX = 2_000;
    private static final int BATCH_MAX = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OrderTable orders;
    private final Inventory inventory;
    private final Payments payments;
    private final EventLog log;
    private final TransactionTemplate transaction;
    private final IndexPlans indexPlans;
    private final Clock clock;
    private final GroupCommit<Answer, OrderState> commit;

    /** What the provider said about the payment of an order. */
    record Answer(OrderId order, PaymentId payment, GatewayAnswer answer, Touchpoint touchpoint) {}

    Settling(
            OrderTable orders,
            Inventory inventory,
            Payments payments,
            EventLog log,
            TransactionTemplate transaction,
            IndexPlans indexPlans,
            Clock clock) {
        this.orders = orders;
        this.inventory = inventory;
        this.payments = payments;
        this.log = log;
        this.transaction = transaction;
        this.indexPlans = indexPlans;
        this.clock = clock;
        this.commit = new GroupCommit<>("settling", QUEUE_MAX, BATCH_MAX, PATIENCE, this::batch);
    }

    /** Stores the answer with all that follows from it; answers the order's state by then. */
    OrderState settle(Answer answer) {
        return commit.submit(answer);
    }

    @PreDestroy
    void close() {
        commit.close();
    }

    private List<OrderState> batch(List<Answer> answers) {
        return transaction.execute(status -> {
            indexPlans.requireForMany();
            var locked = lock(answers.stream().map(Answer::order).toList());
            var recorded = payments.recordAll(answers.stream()
                    .map(answer -> new Answered(answer.payment(), answer.answer(), answer.touchpoint()))
                    .toList());
            var its = answers.stream()
                    .filter(answer -> isPaymentOf(locked.get(answer.order().value()), answer.payment()))
                    .toList();
            var states = settle(good(its, recorded), locked);
            return answers.stream()
                    .map(answer ->
                            Objects.requireNonNull(states.get(answer.order().value())))
                    .toList();
        });
    }

    private static Map<Long, Touchpoint> good(List<Answer> answers, List<Recorded> recorded) {
        var good = new HashMap<Long, Touchpoint>();
        var relied = recorded.stream()
                .map(Recorded::payment)
                .filter(Payment::good)
                .map(Payment::id)
                .collect(Collectors.toSet());
        answers.stream()
                .filter(answer -> relied.contains(answer.payment()))
                .forEach(answer -> good.put(answer.order().value(), answer.touchpoint()));
        return good;
    }

    private Map<Long, OrderTable.Changed> lock(Collection<OrderId> ids) {
        return byId(orders.lockAll(ids.stream().map(OrderId::value).distinct().toList()));
    }

    /**
     * News about good payments that came by itself, such as an approval that had been lost. In the caller's transaction.
     * Payments of what is no order are somebody else's purchases: not ours to judge.
     */
    void settleLate(List<Payment> good, Touchpoint touchpoint) {
        var locked = lock(good.stream().map(Payment::order).toList());
        var ours = good.stream().filter(one -> locked.containsKey(one.order().value())).toList();
        var its = ours.stream()
                .filter(one -> isPaymentOf(locked.get(one.order().value()), one.id()))
                .collect(Collectors.toMap(one -> one.order().value(), one -> touchpoint, (one, same) -> one));
        var states = settle(its, locked);
        for (var one : ours) {
            var state = states.get(one.order().value());
            boolean isItsPayment = isPaymentOf(locked.get(one.order().value()), one.id());
            if (!isItsPayment || state == OrderState.CANCELLED || state == OrderState.EXPIRED) {
                letGo(one.id().value(), touchpoint);
            }
        }
    }

    /** Another attempt may have been begun since: an approval of an older one must not place the order. */
    private static boolean isPaymentOf(OrderTable.@Nullable Changed order, PaymentId payment) {
        return order != null && Objects.equals(order.payment(), payment.value());
    }

    private Map<Long, OrderState> settle(Map<Long, Touchpoint> good, Map<Long, OrderTable.Changed> locked) {
        var states = new HashMap<Long, OrderState>();
        locked.forEach((id, order) -> states.put(id, order.state()));
        var waiting = good.keySet().stream()
                .filter(id -> states.get(id) == OrderState.AWAITING_PAYMENT)
                .toList();
        if (!waiting.isEmpty()) {
            var allocated = inventory.allocateAll(waiting, Objects.requireNonNull(good.get(waiting.getFirst())));
            place(allocated, locked, good, states);
            expire(waiting, allocated, good, states);
        }
        letGoLateMoney(good, locked, states, new HashSet<>(waiting));
        return states;
    }

    private void place(
            Set<Long> allocated,
            Map<Long, OrderTable.Changed> locked,
            Map<Long, Touchpoint> good,
            Map<Long, OrderState> states) {
        var placed = new ArrayList<>(orders.move(
                notTakenAway(allocated, locked), OrderState.AWAITING_PAYMENT, OrderState.PLACED, clock.instant()));
        var taken = takenAway(allocated, locked);
        if (!taken.isEmpty()) {
            inventory.sellAll(taken, Objects.requireNonNull(good.get(taken.getFirst())));
            orders.fulfilWhole(taken);
            placed.addAll(orders.move(taken, OrderState.AWAITING_PAYMENT, OrderState.FULFILLED, clock.instant()));
            capture(taken, locked, good);
        }
        placed.forEach(order -> states.put(order.id(), order.state()));
        log.append(placed.stream()
                .map(order -> paid(order, Objects.requireNonNull(good.get(order.id()))))
                .toList());
    }

    private void capture(List<Long> taken, Map<Long, OrderTable.Changed> locked, Map<Long, Touchpoint> good) {
        for (var id : taken) {
            var order = Objects.requireNonNull(locked.get(id));
            if (order.payment() != null) {
                var ignored = payments.captureLater(new CaptureRequest(
                        "order:" + id,
                        new PaymentId(order.payment()),
                        Money.of(order.total(), order.currency()),
                        Objects.requireNonNull(good.get(id))));
            }
        }
    }

    /** The money is good and the goods are gone: their time was over before it came. */
    private void expire(
            List<Long> waiting, Set<Long> allocated, Map<Long, Touchpoint> good, Map<Long, OrderState> states) {
        var late = waiting.stream().filter(id -> !allocated.contains(id)).toList();
        var expired = orders.move(late, OrderState.AWAITING_PAYMENT, OrderState.EXPIRED, clock.instant());
        expired.forEach(order -> states.put(order.id(), order.state()));
        log.append(expired.stream()
                .map(order ->
                        ended(OrderEnded.EXPIRED, order, "paid too late", Objects.requireNonNull(good.get(order.id()))))
                .toList());
        expired.forEach(order -> letGo(order.payment(), Objects.requireNonNull(good.get(order.id()))));
    }

    private void letGoLateMoney(
            Map<Long, Touchpoint> good,
            Map<Long, OrderTable.Changed> locked,
            Map<Long, OrderState> states,
            Set<Long> handled) {
        good.forEach((id, touchpoint) -> {
            var state = states.get(id);
            if (!handled.contains(id) && (state == OrderState.CANCELLED || state == OrderState.EXPIRED)) {
                letGo(Objects.requireNonNull(locked.get(id)).payment(), touchpoint);
            }
        });
    }

    private void letGo(@Nullable Long payment, Touchpoint touchpoint) {
        if (payment != null) {
            var ignored = payments.releaseLater(new PaymentId(payment), touchpoint);
        }
    }

    private static List<Long> takenAway(Set<Long> ids, Map<Long, OrderTable.Changed> locked) {
        return ids.stream()
                .filter(id -> Objects.requireNonNull(locked.get(id)).delivery().equals("TAKE_AWAY"))
                .toList();
    }

    private static List<Long> notTakenAway(Set<Long> ids, Map<Long, OrderTable.Changed> locked) {
        return ids.stream()
                .filter(id -> !Objects.requireNonNull(locked.get(id)).delivery().equals("TAKE_AWAY"))
                .toList();
    }

    private static Map<Long, OrderTable.Changed> byId(List<OrderTable.Changed> orders) {
        var byId = new HashMap<Long, OrderTable.Changed>();
        orders.forEach(order -> byId.put(order.id(), order));
        return byId;
    }

    private static NewEvent paid(OrderTable.Changed order, Touchpoint touchpoint) {
        var id = new OrderId(order.id());
        var total = Money.of(order.total(), order.currency());
        return event(
                OrderPaid.TYPE,
                order,
                touchpoint,
                new OrderPaid(id, total, order.delivery(), Parts.read(order.parts())));
    }

    static NewEvent ended(String type, OrderTable.Changed order, String reason, Touchpoint touchpoint) {
        return event(type, order, touchpoint, new OrderEnded(new OrderId(order.id()), reason));
    }

    static NewEvent event(String type, OrderTable.Changed order, Touchpoint touchpoint, Object payload) {
        var customer = order.customer() == null ? null : new CustomerId(order.customer());
        return new NewEvent(
                type, "order:" + order.id(), order.version(), customer, new OrderId(order.id()), touchpoint, payload);
    }
}
