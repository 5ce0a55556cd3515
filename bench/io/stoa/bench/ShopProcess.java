package io.stoa.bench;

import io.stoa.database.DatabaseAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A Stoa in a process of its own, with its own embedded PostgreSQL: it can be asked, measured and killed. It ends when this
 * process ends, whatever happens.
 */
public final class ShopProcess implements AutoCloseable {

    /** Memory as the launcher gives it, to be measured. */
    public static final List<String> FAST = List.of("-Xmx1g");

    /** Starts in half the time and works at a fraction of the speed; to be killed. */
    public static final List<String> QUICK_TO_START = List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final int PATIENCE_SECONDS = 30;
    private static final int LAST_WORDS = 12;
    private static final String ANSWER = "> ";
    private static final String FAILURE = "! ";

    private final Process process;
    private final BufferedReader answers;
    private final Path home;
    private final int port;
    private final String token;

    private ShopProcess(Process process, BufferedReader answers, Path home, int port, String token) {
        this.process = process;
        this.answers = answers;
        this.home = home;
        this.port = port;
        this.token = token;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param javaOptions of Java itself, such as {@code -Xmx512m}
     * @param settings of the application and of {@link ShopMain}
     */
    public static ShopProcess start(Path home, List<String> javaOptions, Map<String, String> settings) throws IOException {
        Files.createDirectories(home.resolve("logs"));
        var process = new ProcessBuilder(command(home, javaOptions, settings))
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        home.resolve("logs").resolve("errors.log").toFile()))
                .start();
        var answers = process.inputReader(StandardCharsets.UTF_8);
        try {
            var ready = next(answers).split(" ");
            return new ShopProcess(process, answers, home, Integer.parseInt(ready[1]), ready[2]);
        } catch (IOException failure) {
            process.destroyForcibly();
            throw new IOException("The shop does not start: " + lastWords(home), failure);
        }
    }

    /** The folder is gone when someone would look. */
    private static String lastWords(Path home) throws IOException {
        var words = new StringBuilder();
        for (var name : List.of("stoa.log", "errors.log")) {
            var log = home.resolve("logs").resolve(name);
            if (Files.exists(log)) {
                var lines = Files.readAllLines(log);
                lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size())
                        .forEach(line -> words.append('\n').append(line));
            }
        }
        return words.toString();
    }

    private static List<String> command(Path home, List<String> javaOptions, Map<String, String> settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of(
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ShopMain.class.getName(),
                "--stoa.home=" + home,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.file.name=" + home.resolve("logs").resolve("stoa.log"),
                "--logging.threshold.console=OFF",
                "--spring.lifecycle.timeout-per-shutdown-phase=3s"));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    /** Asks {@link ShopMain} and waits for its answer, one line. */
    public synchronized String ask(String question) throws IOException {
        var questions = process.outputWriter(StandardCharsets.UTF_8);
        questions.write(question + "\n");
        questions.flush();
        return next(answers);
    }

    private static String next(BufferedReader answers) throws IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ANSWER)) {
                return line.substring(ANSWER.length());
            }
            if (line.startsWith(FAILURE)) {
                throw new IOException(line.substring(FAILURE.length()));
            }
        }
        throw new IOException("The shop has ended");
    }

    public int port() {
        return port;
    }

    /** A token that may do what staff may. */
    public String token() {
        return token;
    }

    public long pid() {
        return process.pid();
    }

    public DatabaseAddress address() throws IOException {
        return addressOf(home);
    }

    /** The embedded database of a home that is in use. */
    public static DatabaseAddress addressOf(Path home) throws IOException {
        var folder = home.resolve("postgres");
        var port = Integer.parseInt(Files.readString(folder.resolve("port")).strip());
        var secret = Files.readString(folder.resolve("secret")).strip();
        return new DatabaseAddress("127.0.0.1", port, "stoa", "stoa", secret, Map.of());
    }

    /** As {@code kill -9} does: nothing of it runs any more code. */
    public void kill() throws InterruptedException {
        int ignored = process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
        } catch (IOException deadAlready) {
            process.destroyForcibly();
        }
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
