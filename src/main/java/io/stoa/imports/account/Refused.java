package io.stoa.imports.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.stoa.feeds.Why;
import org.jspecify.annotations.Nullable;

/**
 * So many rows were refused for one reason.
 *
 * @param why null where only its sentence is known
 * @param column that is to blame, or empty
 */
public record Refused(@Nullable Why why, String column, long rows) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Refused {}

    /** How it was kept when a reason was nothing but its sentence. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Refused counted(long rows) {
        return new Refused(null, "", rows);
    }

    Refused and(Refused more) {
        return new Refused(why, column, rows + more.rows);
    }
}
