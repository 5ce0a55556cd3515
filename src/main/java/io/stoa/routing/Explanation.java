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
 * @param via by which rule of the plan; null where none was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Explanation(@Nullable Verdict verdict, List<Considered> considered, @Nullable String summary, @Nullable Via via) {

    /** Of an order that was routed by nobody here. */
    public static final Explanation NONE = new Explanation(null, List.of(), "", null);

    public Explanation {
        considered = List.copyOf(Objects.requireNonNullElse(considered, List.of()));
    }

    Explanation(Verdict verdict, List<Considered> considered) {
        this(verdict, considered, null, null);
    }

    Explanation by(@Nullable Via how) {
        return new Explanation(verdict, considered, summary, how);
    }

    /**
     * The way through a plan: the routing that the order fell under, the rules that found no places, and the one that did.
     *
     * @param rule null where all rules had found none, so that any place would do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Via(String routing, @Nullable String rule, List<String> before) {}

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
