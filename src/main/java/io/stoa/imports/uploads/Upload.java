package io.stoa.imports.uploads;

import io.stoa.imports.account.Refused;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that was brought, as it stands.
 *
 * @param percent how far the work of now is
 * @param outcome of the check, then of the import; null before
 * @param rejected whether there are rows to be had that were refused
 * @param problem why nothing of it can be used, or why it stopped
 */
public record Upload(
        UploadId id,
        long version,
        Kind kind,
        State state,
        String file,
        String actor,
        Instant createdAt,
        int percent,
        @Nullable Outcome outcome,
        boolean rejected,
        @Nullable String problem) {

    /** Where it stands. */
    public enum State {
        CHECKING,
        PREVIEW,
        IMPORTING,
        DONE,
        DISCARDED,
        FAILED;

        /** Whether it goes on by itself. */
        public boolean works() {
            return this == CHECKING || this == IMPORTING;
        }
    }

    /** How many rows were read, taken, refused, and left out because a row before says the same; the refused by their reasons. */
    public record Outcome(long read, long taken, long rejected, long passed, Map<String, Refused> reasons) {}
}
