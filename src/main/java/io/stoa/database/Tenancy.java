package io.stoa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which processes use a server: each holds a share of one file lock, which the system takes back even from a killed
 * process. Whoever can get the lock whole is the only one left. Starting and stopping happen under a second lock.
 */
final class Tenancy implements AutoCloseable {

    private final FileChannel doorway;
    private final FileChannel users;
    private @Nullable FileLock share;

    Tenancy(Path folder) throws IOException {
        doorway = open(folder.resolve("starting.lock"));
        users = open(folder.resolve("users.lock"));
    }

    /** Does something while no other process starts or stops the server. */
    <T> T alone(Supplier<T> work) {
        try (var door = doorway.lock()) {
            assert door.isValid();
            return work.get();
        } catch (OverlappingFileLockException twice) {
            throw new DatabaseUnusable("This process has opened the same database folder already.");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Counts this process among the users. */
    void join() {
        try {
            share = users.lock(0, 1, true);
        } catch (OverlappingFileLockException twice) {
            throw new DatabaseUnusable("This process has opened the same database folder already.");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether no other process uses the server; asked under {@link #alone}. */
    boolean onlyUser() {
        try {
            leave();
            try (var whole = users.tryLock(0, 1, false)) {
                return whole != null;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            users.close();
            doorway.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void leave() throws IOException {
        if (share != null) {
            share.release();
            share = null;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
    }
}
