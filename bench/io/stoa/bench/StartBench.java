package io.stoa.bench;

import io.stoa.shared.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.TimeUnit;

/** From the start of the process until the doors are open: in an empty home, and in one that is there already. */
final class StartBench {

    private static final double MEGABYTE = 1 << 20;

    /** One start, and what was in memory once the doors were open. */
    record Start(String home, double seconds, double shopMegabytes, double databaseMegabytes) {}

    private StartBench() {}

    static int run(BenchOptions options) throws Exception {
        var starts = new ArrayList<Start>();
        try (var scratch = Scratch.create("start")) {
            starts.add(start("empty", scratch.folder()));
            for (int round = 1; round <= options.rounds(); round++) {
                starts.add(start("there", scratch.folder()));
            }
        }
        System.out.printf("%n%-8s %9s %14s %18s%n", "home", "ready s", "Stoa MB", "PostgreSQL MB");
        starts.forEach(start -> System.out.printf(
                "%-8s %9.1f %14.0f %18.0f%n",
                start.home(), start.seconds(), start.shopMegabytes(), start.databaseMegabytes()));
        System.out.println("PostgreSQL MB counts what its processes share once for each of them.");
        if (options.json()) {
            var map = new LinkedHashMap<String, Object>();
            map.put("bench", "start");
            map.put("starts", starts);
            System.out.println(Json.write(map));
        }
        return 0;
    }

    private static Start start(String name, Path home) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var process = new ProcessBuilder(Processes.stoa("serve", home))
                .redirectErrorStream(true)
                .start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var said = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith("Stoa is ready")) {
                    double seconds = (System.nanoTime() - begin) / 1e9;
                    return new Start(
                            name,
                            seconds,
                            Processes.residentBytes(process.pid()) / MEGABYTE,
                            databaseBytes(home) / MEGABYTE);
                }
            }
            throw new IOException("Stoa does not start: " + said);
        } finally {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static double databaseBytes(Path home) throws IOException {
        var file = home.resolve("postgres").resolve("data").resolve("postmaster.pid");
        long server = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        double bytes = Processes.residentBytes(server);
        for (long session : Processes.children(server)) {
            bytes += Processes.residentBytes(session);
        }
        return bytes;
    }
}
