package io.stoa.database;

/** One thing that a check-up found, in a sentence, and how serious it is. */
public record Finding(Grade grade, String text) {

    public enum Grade {
        FINE,
        WARNING,
        WRONG
    }

    public static Finding fine(String text) {
        return new Finding(Grade.FINE, text);
    }

    public static Finding warning(String text) {
        return new Finding(Grade.WARNING, text);
    }

    public static Finding wrong(String text) {
        return new Finding(Grade.WRONG, text);
    }
}
