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

    /** Stays only when something broke, for its log. */
    static int home(House house, Work work) throws Exception {
        var home = Files.createTempDirectory("stoa-look");
        int code;
        try {
            code = work.in(house.at(home));
        } catch (Command.Misuse misuse) {
            delete(home);
            throw misuse;
        }
        delete(home);
        return code;
    }

    private static void delete(Path home) throws IOException {
        try (var files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
