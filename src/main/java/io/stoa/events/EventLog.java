package io.stoa.events;

import io.stoa.shared.CustomerId;
import io.stoa.shared.OrderId;
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
     * Appends in the order given, in one statement, in the caller's transaction. Readers of this process wake when it
     * commits. To keep the order of a key's events, call this after the key's row has been locked or changed.
     *
     * @throws IllegalStateException without a transaction: an event without its fact must be impossible
     */
    public void append(List<NewEvent> events) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is appended in the transaction of its fact");
        }
        if (!events.isEmpty()) {
            log.append(events);
            wakeAfterCommit();
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

    private void wakeAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeup.signal();
            }
        });
    }
}
