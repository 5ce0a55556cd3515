package io.stoa.http;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the refusals of our own values, whose sentences are written for people, from exceptions of libraries, whose texts
 * must never reach a caller.
 */
final class Blame {

    private static final String OURS = "io.stoa.";
    private static final int CAUSES_MAX = 10;

    private Blame() {}

    /** The sentence of the value that refused, when one of ours is at the root of it. */
    static Optional<String> sentence(@Nullable Throwable failure) {
        return find(failure, IllegalArgumentException.class)
                .filter(Blame::thrownByUs)
                .map(Throwable::getMessage)
                .map(text -> text.endsWith(".") ? text : text + ".");
    }

    /** Whether a value refused what this class itself handed to its constructor, as controllers do with raw text. */
    static boolean valueRefusedWhatCameFrom(Class<?> caller, IllegalArgumentException failure) {
        var frames = failure.getStackTrace();
        return thrownByUs(failure)
                && frames[0].getMethodName().equals("<init>")
                && Arrays.stream(frames)
                        .dropWhile(frame -> frame.getMethodName().equals("<init>"))
                        .findFirst()
                        .filter(frame -> frame.getClassName().startsWith(caller.getName()))
                        .isPresent();
    }

    /** The first of this type among the failure and its causes, outermost first. */
    static <T extends Throwable> Optional<T> find(@Nullable Throwable failure, Class<T> type) {
        var cause = failure;
        for (int i = 0; i < CAUSES_MAX && cause != null; i++) {
            if (type.isInstance(cause) && (type != IllegalArgumentException.class || thrownByUs(cause))) {
                return Optional.of(type.cast(cause));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static boolean thrownByUs(Throwable failure) {
        var frames = failure.getStackTrace();
        return frames.length > 0
                && frames[0].getClassName().startsWith(OURS)
                && failure.getClass() == IllegalArgumentException.class;
    }
}
