package io.stoa.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A process of its own that uses an embedded server until somebody ends it; tests kill it. */
final class Tenant {

    private Tenant() {}

    /** Starts or joins the server in the folder, says its process id, and leaves when its input ends. */
    static void main(String[] arguments) throws IOException {
        try (var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), Path.of(arguments[1]), 128)) {
            System.out.println("server " + postgres.pid());
            while (System.in.read() >= 0) {
                // Wait for the end.
            }
        }
    }

    record Running(Process process, long server) {

        /** Waits until the process uses the server. */
        static Running start(Path folder, Path programs) throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var process = new ProcessBuilder(List.of(
                            java,
                            "-Xmx64m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Tenant.class.getName(),
                            folder.toString(),
                            programs.toString()))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith("server ")) {
                    return new Running(process, Long.parseLong(line.substring("server ".length())));
                }
            }
            throw new IllegalStateException("The tenant ended before it had a server");
        }

        /** As {@code kill -9} does: nothing of it runs any more code. */
        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        void leave() throws IOException, InterruptedException {
            process.getOutputStream().close();
            process.waitFor();
        }
    }
}
