package io.stoa.database;

import java.net.UnknownHostException;
import java.sql.SQLException;

/** The database cannot be used; the message is one line that says why and what to do, fit to be shown as it is. */
public final class DatabaseUnusable extends RuntimeException {

    public DatabaseUnusable(String message) {
        super(message);
    }

    public DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }

    /** In words: which database does not let anybody in, why, and where to look. */
    public static String unreachable(String which, SQLException failure) {
        return which + " cannot be reached: " + reason(failure) + " Check STOA_DATABASE_URL.";
    }

    /** The first sentence of what PostgreSQL or its driver says, and nothing of their own terms. */
    private static String reason(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException host) {
                return "nobody knows the host " + host.getMessage() + ".";
            }
        }
        var sentence = String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("it did not say why")
                .replaceFirst("^FATAL: ", "")
                .replaceFirst("(?<=\\D)\\. .*", "");
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
