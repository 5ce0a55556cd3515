package io.stoa.database;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** The small files beside the data of the embedded server: its password, its port, its log, who started it. */
record HomeFiles(Path folder) {

    private static final int SECRET_BYTES = 24;
    private static final long LOG_BYTES_MAX = 10 << 20;

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    /** The password of the server, made at first need, readable by the owner of the folder only. */
    String secret() {
        return read(folder.resolve("secret")).orElseGet(this::newSecret);
    }

    /** The port of last time while it is free, else another free one, remembered from now on. */
    int port() {
        return read(folder.resolve("port"))
                .map(Integer::parseInt)
                .filter(HomeFiles::free)
                .orElseGet(this::newPort);
    }

    /** Which process started or took over the server, for people who look. */
    void writeOwner() {
        write("owner", "process " + ProcessHandle.current().pid() + " since " + Instant.now());
    }

    /** Sets a log that has grown large aside, replacing the one set aside before. */
    void turnLog() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_BYTES_MAX) {
            Files.move(log(), folder.resolve("postgres.log.old"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try {
            Files.deleteIfExists(folder.resolve("secret"));
            Files.createFile(folder.resolve("secret"), ownerOnly);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return write("secret", HexFormat.of().formatHex(bytes));
    }

    private int newPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Integer.parseInt(write("port", Integer.toString(socket.getLocalPort())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @CanIgnoreReturnValue
    private String write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
