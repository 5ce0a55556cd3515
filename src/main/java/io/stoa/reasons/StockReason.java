package io.stoa.reasons;

import io.stoa.inventory.Availability;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Why so many pieces of a SKU can be promised at a place. {@code elsewhere} is what can be promised at all other open places;
 * {@code expected} is the first day on which a supplier is to bring more, wherever that is, null where none is asked.
 */
public record StockReason(
        Sku sku, LocationId place, Availability counters, int elsewhere, @Nullable LocalDate expected) {

    /** The one sentence of it. */
    public enum Verdict {
        FREE,
        /** Nothing lies there. */
        NONE_THERE,
        /** Something lies there, and somebody else has or gets it, or it is kept back. */
        ALL_TAKEN
    }

    public Verdict verdict() {
        if (counters.available() > 0) {
            return Verdict.FREE;
        }
        return counters.onHand() > 0 ? Verdict.ALL_TAKEN : Verdict.NONE_THERE;
    }
}
