package io.stoa.events;

import io.stoa.shared.CustomerId;
import io.stoa.shared.OrderId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Appends facts to the log and reads their trail. Thread-safe. */
@Component
public class EventLog {

    private final LogTable log;
    private final Wakeup wakeup;

    EventLog(LogTable log, Wakeup wakeup) {
        this.log = log;
        this.wakeup = wakeup;
    }

    public void append(NewEvent... events) {
        append(List.of(events));
    }

    /**
     * Appends in the order given, in the caller's transaction. All that a transaction appends is written in one statement
     * just before it commits, so that a number of the log is drawn as late as can be and readers hardly ever wait for one.
     * Readers of this process wake when it has committed. To keep the order of a key's events, call this after the key's
     * row has been locked or changed.
     *
     * @throws IllegalStateException without a transaction: an event without its fact must be impossible. What holds a card
     *     number is refused when the transaction wants to commit, with {@link io.stoa.shared.CardNumbers.Told}.
     */
    public void append(List<NewEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is appended in the transaction of its fact");
        }
        if (!events.isEmpty()) {
            pending().events.addAll(events);
        }
    }

    /** What happened to one key, oldest first. */
    public List<Event> about(String key, int limit) {
        return log.byKey(key, limit);
    }

    /** What happened to one order in every module, oldest first. */
    public List<Event> ofOrder(OrderId order, int limit) {
        return log.byOrder(order.value(), limit);
    }

    /** What one customer did and what was done for them, newest first. */
    public List<Event> ofCustomer(CustomerId customer, int limit) {
        return log.byCustomer(customer.value(), limit);
    }

    /** The newest events, newest first. */
    public List<Event> latest(int limit) {
        return log.latest(limit);
    }

    private Pending pending() {
        for (var one : TransactionSynchronizationManager.getSynchronizations()) {
            if (one instanceof Pending pending && pending.isOf(this)) {
                return pending;
            }
        }
        var first = new Pending();
        TransactionSynchronizationManager.registerSynchronization(first);
        return first;
    }

    /** What one transaction has to tell. */
    private final class Pending implements TransactionSynchronization {
        private final List<NewEvent> events = new ArrayList<>();
        private final IdentityHashMap<Object, Integer> before = new IdentityHashMap<>();

        boolean isOf(EventLog other) {
            return EventLog.this == other;
        }

        @Override
        public void savepoint(Object savepoint) {
            before.put(savepoint, events.size());
        }

        /** What was told since, or before anything was told, never happened. */
        @Override
        public void savepointRollback(Object savepoint) {
            events.subList(before.getOrDefault(savepoint, 0), events.size()).clear();
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!events.isEmpty()) {
                log.append(events);
            }
        }

        @Override
        public void afterCommit() {
            wakeup.signal();
        }
    }
}
