package io.stoa.returns;

import io.stoa.shared.LocationId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a step of a return. */
public sealed interface ReturnOutcome {

    /** Done, now or by the same request before. */
    record Done(Return document, boolean repeated) implements ReturnOutcome {}

    /** Of this line only so many pieces are with the customer. */
    record TooMany(int line, int withCustomer) implements ReturnOutcome {}

    /** The policy does not take these back for their reasons any more; a manager may. */
    record PastPolicy(List<Late> lines) implements ReturnOutcome {
        public PastPolicy {
            lines = List.copyOf(lines);
        }
    }

    /** A line, and the last day on which it could come back; null when it never could. */
    record Late(int line, @Nullable LocalDate until) {}

    /** This place takes nothing back. */
    record NotTakenThere(LocationId location) implements ReturnOutcome {}

    /** Not in this state. */
    record NotNow(ReturnState state) implements ReturnOutcome {}

    /** The key was used for another return. */
    record KeyReused() implements ReturnOutcome {}

    /** Bought before Stoa: nothing was paid here that could be given back. */
    record BoughtBefore() implements ReturnOutcome {}

    record NoSuchOrder() implements ReturnOutcome {}

    record NoSuchReturn() implements ReturnOutcome {}
}
