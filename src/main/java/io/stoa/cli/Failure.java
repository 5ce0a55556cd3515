package io.stoa.cli;

import io.stoa.shared.Command;
import io.stoa.database.DatabaseUnusable;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.web.server.PortInUseException;

/** Says in one line why something did not work and what to do, from whatever was thrown. */
final class Failure {

    private static final String NO_SPACE = "No space left on device";
    private static final String DISK_FULL = "The disk is full: make room, then start again.";

    private Failure() {}

    /** As the system says it, or as PostgreSQL does by its class of insufficient resources. */
    static boolean isFull(Throwable cause) {
        return String.valueOf(cause.getMessage()).contains(NO_SPACE)
                || (cause instanceof SQLException refused && "53100".equals(refused.getSQLState()));
    }

    static String inWords(Throwable thrown, Path log) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseUnusable || cause instanceof Command.Misuse) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof PortInUseException port) {
                return portTaken(port.getPort());
            }
            if (cause instanceof FileSystemException file) {
                return ofFile(file);
            }
            if (cause instanceof FlywayException) {
                return "The database cannot be migrated: " + firstLine(cause) + " (more in " + log + ")";
            }
            if (cause instanceof SQLException away && isShut(String.valueOf(away.getSQLState()))) {
                return DatabaseUnusable.unreachable("The database", away);
            }
            if (isFull(cause)) {
                return DISK_FULL;
            }
        }
        return "It did not work: " + firstLine(root(thrown)) + " (more in " + log + ")";
    }

    /** SQL states: no connection, no such user or password, no such database. */
    private static boolean isShut(String state) {
        return state.startsWith("08") || state.startsWith("28") || state.equals("3D000");
    }

    /** Whether the line says all there is to say, so that no stack trace is kept. */
    static boolean isPlain(Throwable thrown) {
        return thrown instanceof DatabaseUnusable || thrown instanceof FileSystemException;
    }

    private static String ofFile(FileSystemException failure) {
        if (String.valueOf(failure.getReason()).contains(NO_SPACE)) {
            return DISK_FULL;
        }
        return switch (failure) {
            case NoSuchFileException none -> "There is no file or folder " + existing(none.getFile()) + ": check the name.";
            case AccessDeniedException denied -> denied.getFile() + " may not be read or written: choose another place, or ask its owner.";
            default -> "It did not work: " + failure.getMessage() + ".";
        };
    }

    /** What a name lacks: its folder, where that is missing too. */
    private static String existing(String name) {
        var folder = Path.of(name).toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder) ? name : folder.toString();
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
