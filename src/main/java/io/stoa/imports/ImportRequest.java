package io.stoa.imports;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to import.
 *
 * @param profile one of {@link Imports#PROFILES}
 * @param from a folder, a zip or a single CSV file
 * @param mapping a mapping file of one's own; the profile {@code generic} needs it, others are replaced by it
 * @param rejects where rejected rows go, in the current folder when missing
 * @param dryRun checks everything and writes nothing
 */
public record ImportRequest(
        String profile,
        Path from,
        @Nullable Path mapping,
        @Nullable Path rejects,
        boolean dryRun) {

    Path rejectsFile() {
        return rejects == null ? Path.of("rejected-" + profile + (dryRun ? "-dry-run" : "") + ".csv") : rejects;
    }
}
