package io.stoa.database;

/** A PostgreSQL that this process uses: embedded in the home folder, or an external one. */
public sealed interface DatabaseServer extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {

    DatabaseAddress address();

    /** Which it is and where, in words, without the password. */
    String description();

    @Override
    void close();
}
