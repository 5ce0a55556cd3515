package io.stoa.database;

/** The database cannot be used; the message is one line that says why and what to do, fit to be shown as it is. */
public final class DatabaseUnusable extends RuntimeException {

    public DatabaseUnusable(String message) {
        super(message);
    }

    public DatabaseUnusable(String message, Throwable cause) {
        super(message, cause);
    }
}
