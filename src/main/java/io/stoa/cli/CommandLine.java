package io.stoa.cli;

import io.stoa.shared.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.slf4j.LoggerFactory;

/** Reads the first word and does what it says. Exit codes: 0 done, 1 something is wrong, 2 not understood. */
public final class CommandLine {

    private static final String HELP = """
            ./stoa COMMAND [options]

              demo                      a shop with demo data: all doors, and a live board in the back office
              serve                     the shop
              import PROFILE FILE       products, stock, customers and orders from elsewhere
              backup FILE               everything into one file, also while Stoa runs
              restore FILE --home DIR   a backup into a new home, then checked
              doctor                    is the machine, the database and every number in order?
              bench NAME                how fast, measured here
              test                      all tests

              --home DIR     where Stoa keeps its data (STOA_HOME; default ~/.stoa)
              --port NUMBER  where it answers (STOA_PORT; default 8080)
              --verbose      the log on the terminal as well as in HOME/logs/stoa.log

            STOA_DATABASE_URL=postgres://user:password@host:5432/database uses that PostgreSQL (15 to 18)
            instead of the one in the home.
            """;

    private CommandLine() {}

    /** Runs the command; returns for those that go on by themselves, ends the process after the others. */
    public static void run(Class<?> application, String[] words) {
        var code = attempt(application, List.of(words));
        if (code >= 0) {
            System.exit(code);
        }
    }

    private static int attempt(Class<?> application, List<String> words) {
        var options = Options.read(List.of());
        LogFile.silence();
        try {
            options = Options.read(words);
            return dispatch(new House(application, options), options);
        } catch (Command.Misuse misuse) {
            System.err.println(misuse.getMessage());
            return 2;
        } catch (Throwaway.Broken broken) {
            return complain(options, broken.failure(), broken.log());
        } catch (Exception failure) {
            return complain(options, failure, new House(application, options).log());
        }
    }

    private static int complain(Options options, Exception failure, Path log) {
        if (!Failure.isPlain(failure)) {
            LogFile.open(log);
            LoggerFactory.getLogger(CommandLine.class).error("{} failed", options.command(), failure);
        }
        System.err.println(Failure.inWords(failure, log));
        return 1;
    }

    private static int dispatch(House house, Options options) throws Exception {
        return switch (options.command()) {
            case "serve" -> Serve.run(house, false);
            case "demo" -> Serve.run(house, true);
            case "doctor" -> Doctor.run(house);
            case "backup" -> Safekeeping.backup(options);
            case "restore" -> Safekeeping.restore(house);
            case "help", "--help", "-h" -> help();
            default -> brought(house, options);
        };
    }

    private static int help() {
        System.out.print(HELP);
        return 0;
    }

    private static int brought(House house, Options options) throws Exception {
        for (var command : ServiceLoader.load(Command.class)) {
            if (command.name().equals(options.command())) {
                return command.run(options.rest());
            }
        }
        var words = words(options.command());
        words.check(options.rest());
        if (!words.onlyLooks(options.rest())) {
            return brought(house, List.of(), options);
        }
        var looking = List.of("--stoa.first-admin=false");
        return house.isNew() ? Throwaway.home(house, here -> brought(here, looking, options)) : brought(house, looking, options);
    }

    private static int brought(House house, List<String> settings, Options options) throws Exception {
        try (var context = house.withoutDoors(settings)) {
            var command = context.getBeanProvider(Command.class).stream()
                    .filter(bean -> bean.name().equals(options.command()))
                    .findFirst()
                    .orElseThrow();
            return command.run(options.rest());
        }
    }

    private static Command.Words words(String name) {
        for (var words : ServiceLoader.load(Command.Words.class)) {
            if (words.name().equals(name)) {
                return words;
            }
        }
        throw new Command.Misuse("There is no command " + name + ". See ./stoa --help.");
    }
}
