package io.stoa.edits;

/** How far a change of many articles is; its lines are its own. */
public record EditTold(EditId edit, Edit.State state, int lines) {

    public static final String WISHED = "edits.wished";
    public static final String ADVANCED = "edits.advanced";
    public static final String PREPARED = "edits.prepared";
    public static final String APPLIED = "edits.applied";
    public static final String UNDONE = "edits.undone";
}
