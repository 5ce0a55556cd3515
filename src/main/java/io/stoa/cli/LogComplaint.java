package io.stoa.cli;

import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Says on the terminal, at most once a minute, that the log cannot be written. Left to itself the log would print a stack
 * trace for each line that it lost, as on a full disk.
 */
final class LogComplaint implements StatusListener {

    private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Path home;
    private final Path log;
    private long last = System.nanoTime() - PAUSE_NANOS;

    LogComplaint(Path home, Path log) {
        this.home = home;
        this.log = log;
    }

    @Override
    public synchronized void addStatusEvent(Status status) {
        if (status.getThrowable() instanceof IOException failure && System.nanoTime() - last >= PAUSE_NANOS) {
            last = System.nanoTime();
            System.err.println(Failure.isFull(failure)
                    ? "The disk is full: nothing can be saved in " + home + ". Make room; Stoa then goes on by itself."
                    : "The log " + log + " cannot be written: " + failure.getMessage() + ".");
        }
    }
}
