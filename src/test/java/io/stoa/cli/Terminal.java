package io.stoa.cli;

import io.stoa.Application;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs commands in a home of their own and keeps what they said. */
record Terminal(Path home, Map<String, String> environment) {

    private static final int PATIENCE_SECONDS = 120;

    /** What a command said and how it ended. */
    record Said(int code, String out, String err) {}

    static Terminal in(Path home) {
        return new Terminal(home, Map.of());
    }

    Said stoa(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName()));
        command.addAll(List.of(words));
        return run(command);
    }

    Said run(List<String> command) throws IOException, InterruptedException {
        var out = Files.createTempFile("stoa", "out");
        var err = Files.createTempFile("stoa", "err");
        try {
            var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().put("STOA_HOME", home.toString());
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IllegalStateException(command + " does not end: " + Files.readString(out));
            }
            return new Said(process.exitValue(), read(out), read(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
