package io.stoa.database;

/** A PostgreSQL 15 to 18 that somebody else runs; closing leaves it as it is. */
public record ExternalPostgres(DatabaseAddress address) implements DatabaseServer {

    @Override
    public String description() {
        return "external, " + address;
    }

    @Override
    public void close() {
        // It was running before and goes on for others.
    }
}
