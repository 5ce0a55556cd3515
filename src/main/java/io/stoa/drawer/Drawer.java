package io.stoa.drawer;

import io.stoa.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A drawer from its float to its Z report. Open, it has no number; closed, nothing of it changes any more. The business day is
 * the day on which it was opened by the store's own calendar.
 */
public record Drawer(
        DrawerId id,
        Till till,
        State state,
        Money opening,
        LocalDate businessDay,
        String openedBy,
        Instant openedAt,
        @Nullable Closing closing,
        long version) {

    /** Whether it still takes money. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** How it ended: the number of its Z report, what was counted, and why it was off where somebody said. */
    public record Closing(
            int z,
            String closedBy,
            Instant closedAt,
            Count count,
            @Nullable String reason) {}

    Drawer at(long newVersion) {
        return new Drawer(id, till, state, opening, businessDay, openedBy, openedAt, closing, newVersion);
    }

    Drawer closed(Closing how) {
        return new Drawer(id, till, State.CLOSED, opening, businessDay, openedBy, openedAt, how, version + 1);
    }

    public boolean open() {
        return state == State.OPEN;
    }
}
