package io.stoa.cli;

import io.stoa.shared.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words of a command line: a command, named options with a value, flags, and the rest in order. */
record Options(String command, Map<String, String> named, Set<String> flags, List<String> rest) {

    private static final Set<String> WITH_VALUE = Set.of("--port", "--home");
    private static final Set<String> FLAGS = Set.of("--verbose");

    /** Takes out what all commands share; the rest is the command's own. */
    static Options read(List<String> words) {
        var named = new HashMap<String, String>();
        var flags = new java.util.HashSet<String>();
        var rest = new ArrayList<String>();
        var left = words.subList(Math.min(1, words.size()), words.size()).iterator();
        while (left.hasNext()) {
            var word = left.next();
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (FLAGS.contains(word)) {
                flags.add(word);
            } else if (!WITH_VALUE.contains(name)) {
                rest.add(word);
            } else if (equals < 0 && !left.hasNext()) {
                throw new Command.Misuse(name + " needs a value.");
            } else {
                named.put(name, equals < 0 ? left.next() : word.substring(equals + 1));
            }
        }
        return new Options(words.isEmpty() ? "help" : words.getFirst(), named, flags, rest);
    }

    int port() {
        var text = named.getOrDefault("--port", environment("STOA_PORT").orElse("8080"));
        try {
            var port = Integer.parseInt(text);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            throw new Command.Misuse("--port must be a number from 0 to 65535, not " + text + ".");
        }
        throw new Command.Misuse("--port must be a number from 0 to 65535, not " + text + ".");
    }

    /** {@code --home}, else {@code STOA_HOME}, else {@code .stoa} in the user's home. */
    Path home() {
        var standard = Path.of(System.getProperty("user.home"), ".stoa").toString();
        return Path.of(named.getOrDefault("--home", environment("STOA_HOME").orElse(standard)))
                .toAbsolutePath()
                .normalize();
    }

    Options at(Path home) {
        var elsewhere = new HashMap<>(named);
        elsewhere.put("--home", home.toString());
        return new Options(command, elsewhere, flags, rest);
    }

    /** The external database, or nothing for the embedded one. */
    String databaseUrl() {
        return environment("STOA_DATABASE_URL").orElse("");
    }

    /** The only word that is left. */
    String file(String usage) {
        if (rest.size() != 1) {
            throw new Command.Misuse(usage);
        }
        return rest.getFirst();
    }

    void noMore() {
        if (!rest.isEmpty()) {
            throw new Command.Misuse("What is " + rest.getFirst() + "? See ./stoa --help.");
        }
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
    }
}
