package io.stoa.returns.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last days on which pieces of a line may come back, both of them in.
 *
 * @param until for any reason; null where it does not come back without one that is the shop's fault
 * @param faultyUntil where it is faulty, not as described or another article; null where not even that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Deadline(@Nullable LocalDate until, @Nullable LocalDate faultyUntil) {

    /** The last day for a reason of that sort; null when it does not come back at all for it. */
    public @Nullable LocalDate last(boolean fault) {
        return fault && (until == null || (faultyUntil != null && faultyUntil.isAfter(until))) ? faultyUntil : until;
    }

    /** Whether it may still come back that day. */
    public boolean holds(boolean fault, LocalDate day) {
        var last = last(fault);
        return last != null && !day.isAfter(last);
    }
}
