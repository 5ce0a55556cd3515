package io.stoa.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL server that runs on a data folder, as its own {@code postmaster.pid} and the process table tell. */
record Postmaster(long pid, int port, String program) {

    private static final int PORT_LINE = 3;

    /** The live server of the folder. A file left by a killed one, or one whose number another process got since, is none. */
    static Optional<Postmaster> of(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            var pid = Long.parseLong(lines.getFirst().strip());
            var command = command(pid);
            return serves(command, data)
                    ? Optional.of(new Postmaster(
                            pid, Integer.parseInt(lines.get(PORT_LINE).strip()), command.getFirst()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    boolean alive() {
        return !command(pid).isEmpty();
    }

    private static boolean serves(List<String> command, Path data) {
        return !command.isEmpty() && command.getFirst().endsWith("postgres") && command.contains(data.toString());
    }

    /** Its words; none for a process that has ended, also when nobody has collected it yet. */
    private static List<String> command(long pid) {
        try {
            var words = new String(Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline")), UTF_8);
            return words.isEmpty() ? List.of() : Arrays.asList(words.split("\0"));
        } catch (IOException gone) {
            return List.of();
        }
    }
}
