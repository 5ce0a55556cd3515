package io.stoa.counting;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stoa.shared.LocationId;
import io.stoa.shared.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is counted at a place. While somebody counts nobody is told what the books say, so that nobody finds what is expected. */
public record CountSheet(
        SheetId id,
        LocationId location,
        State state,
        long version,
        String begunBy,
        Instant begunAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String approval,
        List<Line> lines) {

    /** How far it is. */
    public enum State {
        /** Numbers are entered. */
        COUNTING,
        /** The numbers stand beside what the books said, for somebody to post or to send back. */
        REVIEWED,
        /** The books were corrected. */
        POSTED,
        /** The books stay as they were. */
        CALLED_OFF
    }

    /**
     * So many pieces, counted when the books said {@code expected} and had been corrected so many times; all null while it is not
     * counted. {@code again} says why it is to be counted once more.
     */
    public record Line(
            Sku sku,
            @Nullable Integer counted,
            @Nullable Integer expected,
            @Nullable Integer corrections,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String again) {

        public boolean hasNumber() {
            return counted != null;
        }

        /** Pieces found more than the books said, or less; null when it was not counted or nobody may know yet. */
        @JsonProperty
        public @Nullable Integer difference() {
            return counted == null || expected == null ? null : Integer.valueOf(counted - expected);
        }

        private Line blind() {
            return new Line(sku, counted, null, null, by, at, again);
        }
    }

    public CountSheet {
        lines = List.copyOf(lines);
    }

    /** As it may be shown. */
    CountSheet shown() {
        return state != State.COUNTING
                ? this
                : new CountSheet(
                        id, location, state, version, begunBy, begunAt, endedBy, endedAt, approval,
                        lines.stream().map(Line::blind).toList());
    }

    public List<Line> counted() {
        return lines.stream().filter(Line::hasNumber).toList();
    }
}
