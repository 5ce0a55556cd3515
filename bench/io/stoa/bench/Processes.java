package io.stoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The process table of Linux. */
final class Processes {

    /** The kernel shows times in hundredths of a second to every program. */
    private static final double MILLIS_PER_TICK = 10;

    /** Where the fields stand after the name in {@code /proc/PID/stat}. */
    private static final int PARENT = 1;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private Processes() {}

    /** What starts Stoa with this command in a process of its own, at a port that is free. */
    static List<String> stoa(String command, Path home) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "io.stoa.Application",
                command,
                "--home=" + home,
                "--port=0");
    }

    static double cpuMillis(long pid) throws IOException {
        var fields = fields(pid);
        return MILLIS_PER_TICK * (number(fields, USER) + number(fields, SYSTEM));
    }

    /** Of a server and its processes, those that have ended as well. */
    static double familyCpuMillis(long pid) throws IOException {
        var fields = fields(pid);
        double own = cpuMillis(pid)
                + MILLIS_PER_TICK * (number(fields, CHILDREN_USER) + number(fields, CHILDREN_SYSTEM));
        return own + children(pid).stream().mapToDouble(Processes::cpuOrNothing).sum();
    }

    static long parent(long pid) throws IOException {
        return number(fields(pid), PARENT);
    }

    static List<Long> children(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> process.children().map(ProcessHandle::pid).toList())
                .orElse(List.of());
    }

    /** What of its memory is in the machine's, in bytes. */
    static long residentBytes(long pid) throws IOException {
        return memory(pid, "VmRSS:");
    }

    private static long memory(long pid, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElse(0);
    }

    /** As {@code kill -9}; a process that has gone already is fine. */
    static void kill(long pid) {
        boolean killed = ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
        assert killed || !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static double cpuOrNothing(long pid) {
        try {
            return cpuMillis(pid);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static List<String> fields(long pid) throws IOException {
        var line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return Arrays.asList(line.substring(line.lastIndexOf(')') + 2).split(" "));
    }

    private static long number(List<String> fields, int position) {
        return Long.parseLong(fields.get(position));
    }
}
