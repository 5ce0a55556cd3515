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
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
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
    private final Refunding money;
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
            Refunding money,
            EventLog log,
            TransactionTemplate transaction,
            IndexPlans indexPlans,
            Clock clock) {
        this.orders = orders;
        this.inventory = inventory;
        this.payments = payments;
        this.money = money;
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
            var states = settle(news(answers, recorded, locked), locked);
            return answers.stream()
                    .map(answer ->
                            Objects.requireNonNull(states.get(answer.order().value())))
                    .toList();
        });
    }

    /** Money that an order may rely on has come for it. */
    private record News(long order, Payment payment, Touchpoint touchpoint) {}

    private static List<News> news(List<Answer> answers, List<Recorded> recorded, Map<Long, OrderTable.Changed> locked) {
        var good = recorded.stream()
                .map(Recorded::payment)
                .filter(Payment::good)
                .collect(Collectors.toMap(Payment::id, Function.identity(), (one, same) -> one));
        return answers.stream()
                .filter(answer -> good.containsKey(answer.payment()))
                .map(answer -> new News(
                        answer.order().value(),
                        Objects.requireNonNull(good.get(answer.payment())),
                        answer.touchpoint()))
                .filter(news -> counts(news.payment(), locked))
                .toList();
    }

    private Map<Long, OrderTable.Changed> lock(Collection<OrderId> ids) {
        return byId(orders.lockAll(ids.stream().map(OrderId::value).distinct().toList()));
    }

    /**
     * News about good payments that came by itself, such as an approval that had been lost, or coins for a part. In the
     * caller's transaction. Payments of what is no order are somebody else's purchases: not ours to judge.
     */
    void settleLate(List<Payment> good, Touchpoint touchpoint) {
        var locked = lock(good.stream().map(Payment::order).toList());
        var ours = good.stream()
                .filter(one -> locked.containsKey(one.order().value()))
                .collect(Collectors.partitioningBy(one -> counts(one, locked)));
        var _ = settle(
                Objects.requireNonNull(ours.get(true)).stream()
                        .map(one -> new News(one.order().value(), one, touchpoint))
                        .toList(),
                locked);
        Objects.requireNonNull(ours.get(false)).forEach(one -> letGo(one.id(), touchpoint));
    }

    /** Another attempt may have been begun since: an approval of an older one must not place the order, unless it pays a part. */
    private static boolean counts(Payment payment, Map<Long, OrderTable.Changed> locked) {
        var order = locked.get(payment.order().value());
        return order != null && (payment.inPart() || Objects.equals(order.payment(), payment.id().value()));
    }

    private Map<Long, OrderState> settle(List<News> news, Map<Long, OrderTable.Changed> locked) {
        var states = new HashMap<Long, OrderState>();
        locked.forEach((id, order) -> states.put(id, order.state()));
        var good = covered(news, locked);
        var waiting = List.copyOf(good.keySet());
        if (!waiting.isEmpty()) {
            var allocated = inventory.allocateAll(waiting, Objects.requireNonNull(good.get(waiting.getFirst())));
            place(allocated, locked, good, states);
            expire(waiting, allocated, good, states);
        }
        news.stream()
                .filter(one -> !good.containsKey(one.order()) && isOver(states.get(one.order())))
                .forEach(one -> letGo(one.payment().id(), one.touchpoint()));
        return states;
    }

    private static boolean isOver(@Nullable OrderState state) {
        return state == OrderState.CANCELLED || state == OrderState.EXPIRED;
    }

    /** The waiting orders whose money is together now: from one payment, or from parts that come to the total. */
    private Map<Long, Touchpoint> covered(List<News> news, Map<Long, OrderTable.Changed> locked) {
        var parts = news.stream().filter(one -> one.payment().inPart()).map(one -> one.payment().order()).distinct().toList();
        var together = parts.isEmpty() ? Map.<OrderId, List<Payment>>of() : payments.ofAll(parts);
        var covered = new LinkedHashMap<Long, Touchpoint>();
        for (var one : news) {
            var order = Objects.requireNonNull(locked.get(one.order()));
            boolean enough = !one.payment().inPart()
                    || Paying.paidInParts(together.getOrDefault(one.payment().order(), List.of())) >= order.total();
            if (order.state() == OrderState.AWAITING_PAYMENT && enough) {
                covered.putIfAbsent(one.order(), one.touchpoint());
            }
        }
        return covered;
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
            var total = Money.of(order.total(), order.currency());
            var touchpoint = Objects.requireNonNull(good.get(id));
            if (order.payment() == null) {
                money.settle("order:" + id, new OrderId(id), total, total, touchpoint);
            } else {
                var ignored = payments.captureLater(
                        new CaptureRequest("order:" + id, new PaymentId(order.payment()), total, touchpoint));
            }
        }
    }

    /** The money is good and the goods are gone: their time was over before it came. */
    private void expire(
            List<Long> waiting, Set<Long> allocated, Map<Long, Touchpoint> good, Map<Long, OrderState> states) {
        var late = waiting.stream().filter(id -> !allocated.contains(id)).toList();
        var expired = orders.move(late, OrderState.AWAITING_PAYMENT, OrderState.EXPIRED, clock.instant());
        for (var order : expired) {
            var touchpoint = Objects.requireNonNull(good.get(order.id()));
            states.put(order.id(), order.state());
            log.append(ended(OrderEnded.EXPIRED, order, "paid too late", touchpoint));
            money.expire(new OrderId(order.id()), Money.zero(Currency.getInstance(order.currency())), touchpoint);
        }
    }

    private void letGo(PaymentId payment, Touchpoint touchpoint) {
        var ignored = payments.releaseLater(payment, touchpoint);
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
