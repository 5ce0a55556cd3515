package io.stoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for the home of one measurement, gone afterwards. */
record Scratch(Path folder) implements AutoCloseable {

    static Scratch create(String name) throws IOException {
        var folder = Path.of(
                System.getProperty("java.io.tmpdir"),
                "stoa-bench-" + name + "-" + ProcessHandle.current().pid());
        return new Scratch(Files.createDirectories(folder));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
