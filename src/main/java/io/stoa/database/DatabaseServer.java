package io.stoa.database;

import java.nio.file.Path;

/** A PostgreSQL that this process uses: embedded in the home folder, or an external one. */
public sealed interface DatabaseServer extends AutoCloseable permits EmbeddedPostgres, ExternalPostgres {

    /**
     * The database at the address, or the embedded one of the home when the address is empty.
     *
     * @throws DatabaseUnusable when it cannot be used, saying why
     */
    static DatabaseServer open(String url, Path home) {
        return url.isBlank() ? EmbeddedPostgres.start(home) : new ExternalPostgres(DatabaseAddress.parse(url));
    }

    DatabaseAddress address();

    /** Which it is and where, in words, without the password. */
    String description();

    @Override
    void close();
}
