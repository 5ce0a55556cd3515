package io.stoa.shared;

import java.util.List;

/**
 * A command that a module brings. As a Spring bean it runs inside the whole application, migrated and with its listeners
 * at work, but without its doors; as a Java service it runs alone and starts what it needs.
 */
public interface Command {

    /** The word after {@code ./stoa}. */
    String name();

    /**
     * Does it and answers the exit code: 0 when all went well. A {@link Misuse} is shown as one line; so is any other
     * exception, with its stack trace in the log.
     *
     * @param arguments the words after the name, without {@code --home} and its value
     */
    int run(List<String> arguments) throws Exception;

    /**
     * Tells, before the application is started for a command that is a Spring bean, whether its words can be understood. A
     * Java service: a public class with a public constructor without parameters.
     */
    interface Words {

        /** The word after {@code ./stoa}. */
        String name();

        /** @throws Misuse when they cannot */
        void check(List<String> arguments);

        /** Whether it only looks: then nothing is kept of a database that had to be made for it. */
        default boolean onlyLooks(List<String> arguments) {
            return false;
        }
    }

    /** The words cannot be understood; the message says what was expected. */
    final class Misuse extends RuntimeException {
        public Misuse(String message) {
            super(message);
        }
    }
}
