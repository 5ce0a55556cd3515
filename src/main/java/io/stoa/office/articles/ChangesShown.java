package io.stoa.office.articles;

import io.stoa.edits.Edit;
import io.stoa.edits.EditLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of many articles in words, with some of its lines. */
public record ChangesShown(
        Edit edit, String what, String when, String who, List<Chip> outcomes, List<Line> lines, String csv, @Nullable String first, @Nullable String next) {

    /** A filter by what became of lines, with how many there are. */
    public record Chip(String text, String href, boolean on) {}

    /** What is before and after, and why it is not to be or was not made, as it is read. */
    public record Line(EditLine line, String field, String before, String after, String why) {}

    /** One of the changes before. */
    public record Row(String href, String what, String when, String who, Edit.State state, int articles) {}

    private static final int BRIEF = 120;

    /** The beginning of a long text. */
    public static String brief(String text) {
        return text.length() <= BRIEF ? text : text.substring(0, BRIEF).strip() + "…";
    }

    /** The badge of a state. */
    public static String tone(Edit.State state) {
        return switch (state) {
            case PREPARING, APPLYING, UNDOING -> "wait";
            case PREVIEW, UNDONE, DISCARDED -> "info";
            case DONE -> "good";
            case FAILED -> "stop";
        };
    }

    /** The badge of a line. */
    public static String tone(EditLine.Outcome outcome) {
        return switch (outcome) {
            case READY, SAME, UNDONE -> "info";
            case DONE -> "good";
            case REJECTED, SKIPPED, KEPT -> "stop";
        };
    }
}
