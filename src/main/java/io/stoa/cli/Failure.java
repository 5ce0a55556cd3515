package io.stoa.cli;

import io.stoa.shared.Command;
import io.stoa.database.DatabaseUnusable;
import java.nio.file.Path;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one line why something did not work and what to do, from whatever was thrown. */
final class Failure {

    private Failure() {}

    static String inWords(Throwable thrown, Path log) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseUnusable || cause instanceof Command.Misuse) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof PortInUseException port) {
                return portTaken(port.getPort());
            }
            if (cause instanceof FlywayException) {
                return "The database cannot be migrated: " + firstLine(cause) + " (more in " + log + ")";
            }
            if (String.valueOf(cause.getMessage()).contains("No space left on device")) {
                return "The disk is full: make room, then start again.";
            }
        }
        return "It did not work: " + firstLine(root(thrown)) + " (more in " + log + ")";
    }

    static String portTaken(int port) {
        return "Port " + port + " is taken: stop what uses it, or choose another with --port " + (port + 1) + ".";
    }

    private static Throwable root(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable thrown) {
        var message = thrown.getMessage();
        return message == null
                ? thrown.getClass().getSimpleName()
                : message.lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("")
                        .strip();
    }
}
