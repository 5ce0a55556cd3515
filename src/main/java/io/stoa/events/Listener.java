package io.stoa.events;

import java.util.List;
import java.util.Set;

/**
 * Reads the log at its own pace. Each call runs in a transaction that also stores the cursor's position: what it writes
 * through that transaction takes effect once; whatever it does outside may happen again.
 */
public interface Listener {

    /** The cursor's name; changing it starts a new cursor at the beginning of the log. */
    String name();

    /** The event types to read. */
    Set<String> types();

    /**
     * Handles events in the order of the log, at most {@value Cursors#BATCH_MAX} at a time. An exception undoes the call;
     * the events are then tried one by one, and the key of one that keeps failing is parked while others go on.
     */
    void on(List<Event> events);

    /** Empties the projection before it is rebuilt from the first event. Projections that can be rebuilt override this. */
    default void reset() {
        throw new UnsupportedOperationException(
                name() + " has effects that cannot be repeated; it is not a projection");
    }
}
