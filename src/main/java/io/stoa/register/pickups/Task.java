package io.stoa.register.pickups;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something this store does for an order of any door: pick it, send it off, or hand it over. {@code next} is the step that
 * comes next; {@link Step#HAND_OVER} takes the customer's code. It is {@code late} when it should be ready or gone by now. {@code since} is when the customer came for it, who waits
 * {@code where} they say; {@code collector} says who comes in the customer's place.
 */
public record Task(
        String id,
        String order,
        boolean collected,
        String due,
        boolean late,
        String state,
        String tone,
        Step next,
        @Nullable Instant since,
        String where,
        @Nullable String collector,
        List<Row> rows,
        List<Row> handedOver,
        String key) {

    public Task {
        rows = List.copyOf(rows);
        handedOver = List.copyOf(handedOver);
    }

    /** Whether there is a parcel to stick a label on. */
    public boolean hasLabel() {
        return !collected && (next == Step.PACK || next == Step.SHIP);
    }

    Task waiting(Instant from, String place) {
        return new Task(id, order, collected, due, late, state, tone, next, from, place, collector, rows, handedOver, key);
    }

    /** So many pieces that are still here for it, or that somebody has. */
    public record Row(int line, String title, int pieces) {}

    /** What an associate does next. */
    public enum Step {
        ACCEPT("till.task.accept"),
        PICK("till.task.pick"),
        PACK("till.task.pack"),
        READY("till.task.ready"),
        SHIP("till.task.ship"),
        HAND_OVER("till.task.hand-over"),
        NONE("till.task.done");

        private final String key;

        Step(String key) {
            this.key = key;
        }

        /** The key of its words. */
        public String key() {
            return key;
        }
    }
}
