package io.stoa.imports;

import io.stoa.imports.account.ImportReport;
import io.stoa.shared.Command;
import io.stoa.feeds.FeedProblem;
import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** {@code ./stoa import}. The exit code is 1 when the money does not agree, although everything else went well. */
@Component
final class ImportCommand implements Command {

    static final String NAME = "import";

    private static final String USAGE =
            "./stoa import PROFILE FOLDER|ZIP|CSV [--dry-run] [--mapping FILE] [--rejects FILE]; PROFILE is one of "
                    + String.join(", ", Imports.PROFILES);

    private final Imports imports;

    ImportCommand(Imports imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(List<String> arguments) {
        var request = request(arguments);
        var before = request.dryRun() ? Optional.<ImportReport>empty() : understood(() -> imports.before(request));
        if (before.filter(ImportReport::agrees).isPresent()) {
            System.out.println(before.get().nothingNew());
            return 0;
        }
        var report = understood(() -> imports.run(request, System.out, isTerminal(System.console())));
        System.out.println();
        report.lines().forEach(System.out::println);
        System.out.println(report.agrees() ? done(report) : "The money does NOT agree: do not rely on this import.");
        return report.agrees() ? 0 : 1;
    }

    /** What is wrong with files and mappings is for whoever typed their names. */
    static <T> T understood(Supplier<T> work) {
        try {
            return work.get();
        } catch (FeedProblem problem) {
            throw new Misuse(problem.getMessage() == null ? USAGE : problem.getMessage());
        }
    }

    static ImportRequest request(List<String> arguments) {
        var plain = new ArrayList<String>();
        var named = new HashMap<String, String>();
        var words = arguments.iterator();
        while (words.hasNext()) {
            var word = words.next();
            switch (word) {
                case "--dry-run" -> named.put(word, "");
                case "--mapping", "--rejects" -> named.put(word, words.hasNext() ? words.next() : misuse(USAGE));
                default -> plain.add(word.startsWith("-") ? misuse("What is " + word + "? " + USAGE) : word);
            }
        }
        if (plain.size() != 2) {
            throw new Misuse(USAGE);
        }
        return new ImportRequest(
                Imports.profile(plain.getFirst()),
                existing(plain.getLast()),
                path(named, "--mapping"),
                path(named, "--rejects"),
                named.containsKey("--dry-run"));
    }

    private static String done(ImportReport report) {
        return report.dryRun() ? "Checked; nothing was written." : "Imported.";
    }

    private static Path existing(String name) {
        var path = Path.of(name);
        return Files.exists(path) ? path : Path.of(misuse("There is no " + name));
    }

    private static @org.jspecify.annotations.Nullable Path path(Map<String, String> named, String option) {
        var name = named.get(option);
        return name == null ? null : Path.of(name);
    }

    private static String misuse(String message) {
        throw new Misuse(message);
    }

    private static boolean isTerminal(@org.jspecify.annotations.Nullable Console console) {
        return console != null && console.isTerminal();
    }
}
