package io.stoa.cli;

import io.stoa.shared.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A home for a command that only looks and finds no database: made for it, and gone afterwards. */
final class Throwaway {

    private Throwaway() {}

    /** What is done there; answers the exit code. */
    interface Work {
        int in(House house) throws Exception;
    }

    /** Something broke there. Of the home only the log is left. */
    static final class Broken extends Exception {

        private static final long serialVersionUID = 1;

        private final Exception failure;
        private final transient Path log;

        Broken(Exception failure, Path log) {
            super(failure);
            this.failure = failure;
            this.log = log;
        }

        Exception failure() {
            return failure;
        }

        Path log() {
            return log;
        }
    }

    static int home(House house, Work work) throws Exception {
        var home = Files.createTempDirectory("stoa-look");
        var there = house.at(home);
        try {
            return work.in(there);
        } catch (Command.Misuse misuse) {
            throw misuse;
        } catch (Exception failure) {
            throw new Broken(failure, kept(there.log(), home));
        } finally {
            delete(home);
        }
    }

    /** What still writes into the file goes on doing so under its new name. */
    private static Path kept(Path log, Path home) throws IOException {
        var kept = home.resolveSibling(home.getFileName() + ".log");
        return Files.exists(log) ? Files.move(log, kept) : kept;
    }

    private static void delete(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
