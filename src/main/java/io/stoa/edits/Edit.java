package io.stoa.edits;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of many articles as it stands: whose, how many articles, how many of them are prepared, and its lines by outcome.
 *
 * @param reached where the preparation goes on
 */
public record Edit(
        EditId id,
        long version,
        State state,
        Wish wish,
        Selection selection,
        String actor,
        Instant createdAt,
        int articles,
        @Nullable String reached,
        int seen,
        int lines,
        Map<EditLine.Outcome, Integer> outcomes) {

    /** Where it stands. */
    public enum State {
        PREPARING,
        PREVIEW,
        APPLYING,
        DONE,
        UNDOING,
        UNDONE,
        DISCARDED,
        FAILED;

        /** Whether it goes on by itself. */
        public boolean works() {
            return this == PREPARING || this == APPLYING || this == UNDOING;
        }
    }

    public int number(EditLine.Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** How far the work of now is, 0 to 100. */
    public int percent() {
        int whole = state == State.PREPARING ? articles : lines - number(EditLine.Outcome.REJECTED);
        int left = switch (state) {
            case PREPARING -> articles - seen;
            case APPLYING -> number(EditLine.Outcome.READY);
            case UNDOING -> number(EditLine.Outcome.DONE);
            case PREVIEW, DONE, UNDONE, DISCARDED, FAILED -> 0;
        };
        return whole <= 0 ? 100 : Math.clamp(100 - 100L * left / whole, 0, 100);
    }
}
