package io.stoa.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.stoa.shared.LocationId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decision as facts, for whoever shows it to word in the reader's language: the outcome, and what was found at the places
 * that were looked at, those that were chosen first.
 *
 * @param verdict null in decisions of earlier versions, which were stored in words
 * @param summary those words, in English; null since
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(@Nullable Verdict verdict, List<Considered> considered, @Nullable String summary) {

    /** Of an order that was routed by nobody here. */
    public static final Explanation NONE = new Explanation(null, List.of(), "");

    public Explanation {
        considered = List.copyOf(Objects.requireNonNullElse(considered, List.of()));
    }

    Explanation(Verdict verdict, List<Considered> considered) {
        this(verdict, considered, null);
    }

    /** What it came to. */
    public enum Verdict {
        /** The customer chose the place, which has everything. */
        CUSTOMER_CHOSE,
        /** Bought and carried away at this place. */
        CARRIED_AWAY,
        /** One place has everything. */
        ONE_PLACE,
        /** No place has everything, several together do. */
        SEVERAL_PLACES,
        /** Some of it is sent, some collected where the customer chose. */
        SENT_AND_COLLECTED,
        /** All places together have too few. */
        NOT_ENOUGH
    }

    /**
     * A place, whether it was chosen, and on what ground.
     *
     * @param ground null in decisions of earlier versions
     * @param reason their words, in English
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Considered(
            LocationId location, boolean chosen, @Nullable Ground ground, @Nullable String reason) {

        Considered(LocationId location, boolean chosen, Ground ground) {
            this(location, chosen, ground, null);
        }
    }
}
