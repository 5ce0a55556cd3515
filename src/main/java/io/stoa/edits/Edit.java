package io.stoa.edits;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
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

    /** The counts when those lines have become these. */
    Map<EditLine.Outcome, Integer> counted(List<EditLine> before, List<EditLine> after) {
        var counts = new EnumMap<EditLine.Outcome, Integer>(EditLine.Outcome.class);
        counts.putAll(outcomes);
        before.forEach(line -> counts.merge(line.outcome(), -1, Integer::sum));
        after.forEach(line -> counts.merge(line.outcome(), 1, Integer::sum));
        counts.values().removeIf(number -> number == 0);
        return counts;
    }

    /** How far the work of now is, 0 to 100. */
    public int percent() {
        int whole = state == State.PREPARING ? articles : lines - number(EditLine.Outcome.REJECTED) - number(EditLine.Outcome.SAME);
        int left = switch (state) {
            case PREPARING -> articles - seen;
            case APPLYING -> number(EditLine.Outcome.READY);
            case UNDOING -> number(EditLine.Outcome.DONE);
            case PREVIEW, DONE, UNDONE, DISCARDED, FAILED -> 0;
        };
        return whole <= 0 ? 100 : Math.clamp(100 - 100L * left / whole, 0, 100);
    }
}
