package io.stoa.feeds;

import org.jspecify.annotations.Nullable;

/**
 * Why a row is refused.
 *
 * @param why null where a mapping or a module says it in words of its own
 * @param column that is to blame, or empty
 * @param general what the rejected-rows file says, with … for the value
 * @param value what is written there; null where the sentence quotes nothing
 */
public record Reason(@Nullable Why why, String column, String general, @Nullable String value) {

    private static final String QUOTED = "…";

    public Reason(Why why, String general) {
        this(why, "", general, null);
    }

    public Reason(Why why, String general, String value) {
        this(why, "", general, value);
    }

    public static Reason inTheWordsOf(String sentence) {
        return new Reason(null, "", sentence, null);
    }

    /** The same, said of a column. */
    Reason of(String name) {
        return new Reason(why, name, name + ": " + general, value);
    }

    public String sentence() {
        return value == null ? general : general.replace(QUOTED, "'" + Texts.brief(value) + "'");
    }
}
