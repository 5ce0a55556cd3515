package io.stoa.routing;

import io.stoa.shared.LocationId;
import java.util.List;

/** A decision in plain words: the outcome in one sentence, and what was said of the places that were looked at. */
public record Explanation(String summary, List<Considered> considered) {

    /** A place, whether it was chosen, and why or why not. */
    public record Considered(LocationId location, boolean chosen, String reason) {}
}
