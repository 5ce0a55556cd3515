package io.stoa.events;

import io.stoa.database.IndexPlans;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Moves one listener's cursor along the log. Any number of processes may run a reader of the same name: one reads at a time. */
class Reader {

    static final int ATTEMPTS_MAX = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final Duration BACK_OFF = Duration.ofMillis(100);

    private final Listener listener;
    private final LogTable log;
    private final CursorTable cursors;
    private final Frontier frontier;
    private final TransactionTemplate transaction;
    private final IndexPlans indexPlans;

    /** What one round did. */
    enum Round {
        IDLE,
        MORE
    }

    Reader(
            Listener listener,
            LogTable log,
            CursorTable cursors,
            Frontier frontier,
            TransactionTemplate transaction,
            IndexPlans indexPlans) {
        this.listener = listener;
        this.log = log;
        this.cursors = cursors;
        this.frontier = frontier;
        this.transaction = transaction;
        this.indexPlans = indexPlans;
    }

    boolean reads(Event event) {
        return listener.types().contains(event.type());
    }

    /** Handles one batch up to where the log is settled, and one key that is due again. */
    Round round() {
        long settled = frontier.settled();
        var next = tryBatch(settled, Cursors.BATCH_MAX);
        return retryOneKey() == Round.MORE ? Round.MORE : next;
    }

    private Round tryBatch(long settled, int size) {
        try {
            return transaction.execute(status -> batch(settled, size));
        } catch (RuntimeException failure) {
            if (size == 1 || isNoFaultOfTheEvent(failure)) {
                throw failure;
            }
            return oneByOne(settled);
        }
    }

    private Round batch(long settled, int size) {
        long position = cursors.lock(listener.name()).orElse(settled);
        if (position >= settled) {
            return Round.IDLE;
        }
        indexPlans.require();
        var events = log.unread(listener.name(), listener.types(), position, settled, size);
        if (!events.isEmpty()) {
            listener.on(events);
        }
        cursors.move(
                listener.name(),
                events.size() < size ? settled : events.getLast().seq());
        return events.size() < size ? Round.IDLE : Round.MORE;
    }

    /** A batch failed: each event gets a transaction of its own until the one to blame is found and set aside. */
    private Round oneByOne(long settled) {
        for (int i = 0; i < Cursors.BATCH_MAX; i++) {
            var suspect = nextEvent(settled);
            if (suspect.isEmpty()) {
                return Round.IDLE;
            }
            try {
                var ignored = tryBatch(settled, 1);
            } catch (RuntimeException failure) {
                if (isNoFaultOfTheEvent(failure)) {
                    throw failure;
                }
                setAside(suspect.getFirst(), failure);
            }
        }
        return Round.MORE;
    }

    private List<Event> nextEvent(long settled) {
        return transaction.execute(status -> {
            long position = cursors.lock(listener.name()).orElse(settled);
            return log.unread(listener.name(), listener.types(), position, settled, 1);
        });
    }

    private void setAside(Event event, RuntimeException failure) {
        LOG.warn("{} set {} aside at event {}", listener.name(), event.key(), event.seq(), failure);
        transaction.executeWithoutResult(status -> {
            long position = cursors.lockWaiting(listener.name());
            if (position < event.seq()) {
                cursors.setAside(listener.name(), event, cause(failure), BACK_OFF);
                cursors.move(listener.name(), event.seq());
            }
        });
    }

    private Round retryOneKey() {
        var due = cursors.due(listener.name());
        if (due.isEmpty()) {
            return Round.IDLE;
        }
        var aside = due.get();
        try {
            transaction.executeWithoutResult(status -> replay(aside));
        } catch (RuntimeException failure) {
            if (isNoFaultOfTheEvent(failure)) {
                throw failure;
            }
            failAgain(aside, failure);
        }
        return Round.MORE;
    }

    /** Handles what the key left behind while the cursor stands still. */
    private void replay(CursorTable.Aside aside) {
        var position = cursors.lock(listener.name());
        if (position.isEmpty()) {
            return;
        }
        var events = log.leftBehind(listener.types(), aside.key(), aside.fromSeq(), position.get(), Cursors.BATCH_MAX);
        listener.on(events);
        if (events.size() < Cursors.BATCH_MAX) {
            cursors.endAside(listener.name(), aside.key());
        } else {
            cursors.advanceAside(listener.name(), aside.key(), events.getLast().seq() + 1);
        }
    }

    private void failAgain(CursorTable.Aside aside, RuntimeException failure) {
        boolean park = aside.attempts() + 1 >= ATTEMPTS_MAX;
        var pause = BACK_OFF.multipliedBy(1L << Math.min(2 * aside.attempts(), 12));
        if (park) {
            LOG.error("{} parked {}", listener.name(), aside.key(), failure);
        }
        transaction.executeWithoutResult(
                status -> cursors.failAgain(listener.name(), aside.key(), cause(failure), pause, park));
    }

    /** Empties the projection and goes back to the first event; the next rounds rebuild it. */
    void rebuild() {
        transaction.executeWithoutResult(status -> {
            long ignored = cursors.lockWaiting(listener.name());
            listener.reset();
            cursors.forgetAsides(listener.name());
            cursors.move(listener.name(), 0);
        });
    }

    private static boolean isNoFaultOfTheEvent(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof NonTransientDataAccessResourceException
                || failure instanceof TransactionException;
    }

    private static String cause(Throwable failure) {
        var text = failure.getClass().getSimpleName() + ": " + failure.getMessage();
        return text.substring(0, Math.min(text.length(), 1000));
    }
}
